package dev.whetstone.resources.sample.wish;

import dev.whetstone.resources.sample.world.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A customer's message, read from its text alone.
///
/// @param references claim references given, usually none or one
/// @param signature words of the signature that look like a name; empty when unsigned
/// @param questions sentences that end with a question mark
public record MessageText(
        String text,
        Set<Trait> traits,
        List<String> references,
        List<String> signature,
        List<String> questions) {
    static final Pattern REFERENCE = Pattern.compile("\\b[A-Z]{2}-[0-9]{3,5}\\b");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n");
    private static final Pattern SIGNATURE =
            Pattern.compile(
                    "^(?:(?:kind |best )?(?:regards|wishes|thanks|yours), )?"
                            + "(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?)$",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern VALEDICTION =
            Pattern.compile(
                    "^(kind |best )?(regards|wishes|thanks|yours), ", Pattern.CASE_INSENSITIVE);

    public MessageText {
        traits = Set.copyOf(traits);
        references = List.copyOf(references);
        signature = List.copyOf(signature);
        questions = List.copyOf(questions);
    }

    static MessageText read(String text, PatternBook book) {
        List<String> sentences = List.of(SENTENCE_END.split(text.strip()));
        List<String> questions = sentences.stream().filter(s -> s.endsWith("?")).toList();
        List<String> references = references(text);
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        mark(traits, Trait.ASKS_FOR_LIST, book.matchesAny("asksForList", sentences));
        mark(traits, Trait.GIVES_REFERENCE, !references.isEmpty());
        mark(traits, Trait.ASKS_YES_NO, book.matchesAny("yesNo", questions));
        mark(traits, Trait.UPSET, book.matchesAny("upset", sentences));
        mark(traits, Trait.ASKS_DAYS, questions.stream().anyMatch(q -> q.contains("many days")));
        mark(traits, Trait.ASKS_SHORT, book.matchesAny("asksShort", sentences));
        mark(traits, Trait.SEVERAL_QUESTIONS, questions.size() > 1);
        return new MessageText(text, traits, references, signature(text), questions);
    }

    static List<String> references(String text) {
        List<String> references = new ArrayList<>();
        Matcher found = REFERENCE.matcher(text);
        while (found.find()) {
            references.add(found.group());
        }
        return references;
    }

    private static void mark(Set<Trait> traits, Trait trait, boolean shown) {
        if (shown) {
            traits.add(trait);
        }
    }

    private static List<String> signature(String text) {
        List<String> lines = text.strip().lines().toList();
        String last = VALEDICTION.matcher(lines.get(lines.size() - 1)).replaceFirst("");
        Matcher name = SIGNATURE.matcher(last);
        return lines.size() > 1 && name.matches() ? List.of(name.group(1).split(" ")) : List.of();
    }
}
