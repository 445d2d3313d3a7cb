package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.text.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The patterns that are held against choices: measures of a text, word lists, and words. Each is
/// written for the response that has more of it, or has it at all.
final class MinedPatterns {
    private static final List<String> MEASURES =
            List.of(
                    "words(X)",
                    "sentences(X)",
                    "paragraphs(X)",
                    "bullets(X)",
                    "numbered_items(X)",
                    "headings(X)",
                    "tables(X)",
                    "code_blocks(X)",
                    "quotes(X)",
                    "questions(X)",
                    "citations(X)",
                    "links(X)",
                    "exclamations(X)",
                    "caps_words(X)",
                    "emojis(X)",
                    "fk_grade(X)",
                    "sentiment(X)",
                    "overlap(X, P)",
                    "copied_share(X, P)",
                    "repeated_share(X, 3)");

    private MinedPatterns() {}

    static List<Rule> ofMeasures() {
        return Stream.concat(
                        MEASURES.stream(),
                        Arrays.stream(Tone.values())
                                .map(
                                        tone ->
                                                "tone(X, "
                                                        + tone.name().toLowerCase(Locale.ROOT)
                                                        + ")"))
                .map(measure -> rule("prefer higher " + measure))
                .toList();
    }

    static List<Rule> ofConcepts(Concepts concepts) {
        List<Rule> rules = new ArrayList<>();
        concepts.patterns()
                .forEach(
                        (name, patterns) -> {
                            if (!patterns.isEmpty()) {
                                rules.add(rule("good(X) when contains(X, @" + name + ")"));
                            }
                        });
        return rules;
    }

    /// @param words letters, digits and apostrophes, single blanks between words
    static Rule ofWords(String words) {
        return rule("good(X) when contains(X, \"" + words + "\")");
    }

    private static Rule rule(String text) {
        try {
            return RuleParser.parse(text);
        } catch (RuleSyntaxException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
