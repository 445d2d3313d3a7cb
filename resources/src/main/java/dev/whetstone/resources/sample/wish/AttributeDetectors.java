package dev.whetstone.resources.sample.wish;

import dev.whetstone.resources.sample.world.Attribute;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds attributes in any text, such as a sample of the starter policy.
public final class AttributeDetectors {
    // attributes that a single sentence shows
    private static final Set<Attribute> BY_SENTENCE =
            EnumSet.of(
                    Attribute.THANKS,
                    Attribute.APOLOGY,
                    Attribute.EMPATHY,
                    Attribute.COVERAGE_PROMISE,
                    Attribute.PAYMENT_GUARANTEE,
                    Attribute.HEDGING,
                    Attribute.DEADLINE,
                    Attribute.NEXT_STEPS,
                    Attribute.ASKS_DOCUMENT,
                    Attribute.ASKS_CREDENTIALS,
                    Attribute.HOTLINE,
                    Attribute.JARGON,
                    Attribute.ADVICE,
                    Attribute.BLAME,
                    Attribute.RUDE);
    private static final Pattern AMOUNT = Pattern.compile("[\u00a3$\u20ac] ?[0-9][0-9,.]*[0-9]");
    private static final Pattern CAPITALS = Pattern.compile("(?<![-\\w])\\p{Lu}{2,}(?![-\\w])");
    private static final Set<String> ACRONYMS = Set.of("PIN", "OK", "ID", "HC", "CL", "BR");
    private static final Pattern GREETS =
            Pattern.compile("^(dear|hello|hi|good (morning|day|afternoon|evening))\\b.*");

    private final PatternBook book = PatternBook.load(AttributeDetectors.class);

    /// What is true of `reply` as an answer to `message`.
    public Set<Attribute> detect(String message, String reply) {
        MessageText asked = MessageText.read(message, book);
        ReplyText said = ReplyText.of(reply);
        Set<Attribute> found = EnumSet.noneOf(Attribute.class);
        for (Attribute attribute : BY_SENTENCE) {
            mark(found, attribute, book.matchesAny(attribute.wireName(), said.sentences()));
        }
        List<String> given = MessageText.references(reply);
        boolean list = said.items().size() >= 2;
        boolean closes = book.matches(Attribute.CLOSING.wireName(), said.lastLine());
        mark(found, Attribute.GREETING, greets(said.firstLine(), asked.signature()));
        mark(found, Attribute.REFERENCE, !given.isEmpty());
        mark(found, Attribute.WRONG_REFERENCE, !asked.references().containsAll(given));
        mark(found, Attribute.STEPS_LIST, list);
        mark(found, Attribute.NEXT_STEPS, list);
        mark(found, Attribute.NEW_AMOUNT, !amounts(message).containsAll(amounts(reply)));
        mark(found, Attribute.EXCLAMATION, reply.indexOf('!') >= 0);
        mark(found, Attribute.CAPITALS, shouts(reply));
        mark(found, Attribute.CLOSING, closes);
        mark(found, Attribute.REPETITION, repeats(said.sentences()));
        mark(found, Attribute.UNFINISHED, !closes && !said.lastLine().matches(".*[.!?:]$"));
        mark(found, Attribute.ANSWER, Answers.any(asked, said, found, book));
        return found;
    }

    /// What a message asks for or shows.
    public MessageText read(String message) {
        return MessageText.read(message, book);
    }

    private static void mark(Set<Attribute> found, Attribute attribute, boolean shown) {
        if (shown) {
            found.add(attribute);
        }
    }

    private static boolean greets(String line, List<String> name) {
        return GREETS.matcher(line.toLowerCase(Locale.ROOT)).matches()
                && name.stream().anyMatch(line::contains);
    }

    private static Set<String> amounts(String text) {
        Set<String> amounts = new HashSet<>();
        Matcher found = AMOUNT.matcher(text);
        while (found.find()) {
            amounts.add(found.group().replace(",", ""));
        }
        return amounts;
    }

    private static boolean shouts(String text) {
        return CAPITALS.matcher(text).results().anyMatch(m -> !ACRONYMS.contains(m.group()));
    }

    private static boolean repeats(List<String> sentences) {
        Set<String> seen = new HashSet<>();
        for (String sentence : sentences) {
            String words = sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ]", "");
            if (words.contains(" ") && !seen.add(words)) {
                return true;
            }
        }
        return false;
    }
}
