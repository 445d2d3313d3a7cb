package dev.whetstone.core.lf;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What a rule looks at in a response, apart from thresholds, directions and gates: two rules of
/// equal things tell one story, whatever their votes.
public final class MeasuredThings {
    /// Everything that is a longer or shorter text by another name.
    public static final String LENGTH = "length";

    private MeasuredThings() {}

    /// The names of measures (all measures of length are `length`), words, expressions and concepts
    /// in the rule's measure or condition.
    public static Set<String> of(Rule rule) {
        Set<String> things = new TreeSet<>();
        Arg looked =
                switch (rule) {
                    case Rule.Judge judge -> judge.when();
                    case Rule.Over over -> over.when();
                    case Rule.Prefer prefer -> prefer.measure();
                };
        Terms.visit(looked, term -> add(term, things));
        return things;
    }

    /// Whether the rule looks at nothing but the length of the response.
    public static Aspect aspect(Rule rule) {
        return of(rule).equals(Set.of(LENGTH)) ? Aspect.LENGTH : Aspect.OTHER;
    }

    /// What a rule is about, as far as the guard against length wants to know.
    public enum Aspect {
        LENGTH,
        OTHER
    }

    private static void add(Arg term, Set<String> things) {
        switch (term) {
            case Call call -> {
                String thing = thing(call.function());
                if (!thing.isEmpty()) {
                    things.add(thing);
                }
            }
            case Pattern.Literal literal ->
                    things.add("\"" + literal.toString().toLowerCase(Locale.ROOT) + "\"");
            case Pattern.Regex regex -> things.add(regex.toString());
            case Pattern.Concept concept -> things.add(concept.toString());
            case Pattern.Entity entity -> things.add(entity.toString());
            case Pattern.Structure structure -> things.add(structure.toString());
            case Choice.Detector detector -> things.add(detector.id());
            case Choice choice -> things.add(choice.toString());
            case Lang.Code code -> things.add(code.toString());
            default -> {}
        }
    }

    /// Empty for functions that only look for what their pattern or detector names.
    private static String thing(Function function) {
        return switch (function) {
            case WORDS, PROSE_WORDS, CHARS, SENTENCES, PARAGRAPHS, LINES -> LENGTH;
            case CONTAINS, MENTIONS, COUNT, RATE, SOME, SCORE, DETECTS -> "";
            default -> function.id();
        };
    }
}
