package dev.whetstone.core.asked;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long the response is to be: words, characters, sentences, paragraphs, bullet points.
final class LengthForms {
    private static final String UNIT =
            "[ -](?:short |full |complete |concise )?(words?|characters?|chars|sentences?|paragraphs?"
                    + "|bullet points?|bullets)\\b(?! per\\b| a (?:minute|second|day)\\b)";
    private static final Pattern COMPARED =
            Pattern.compile("\\b" + Amount.RELATION + " " + Amount.NUMBER + UNIT);
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "\\b(?:between )?"
                            + Amount.NUMBER
                            + "(?: and | to |-| - |–)"
                            + Amount.NUMBER
                            + UNIT);
    private static final Pattern FOLLOWED =
            Pattern.compile(
                    "\\b"
                            + Amount.NUMBER
                            + UNIT
                            + " (or more|or longer|or less|or fewer|or under|or shorter|maximum|max"
                            + "|at most|tops|at least|minimum)\\b");
    private static final Pattern BARE =
            Pattern.compile("\\b(?:in|into|with|using|has|have) (?:just )?" + Amount.NUMBER + UNIT);
    private static final Pattern MADE =
            Pattern.compile(
                    "\\b(?:write|generate|compose|create|produce|give me|provide) "
                            + Amount.NUMBER
                            + " (?:short |full |complete |concise )?(sentence|paragraph)s?\\b(?! (?:that|which|with|using|in"
                            + " which|each|for each|per)\\b)");
    private static final Pattern SIZED =
            Pattern.compile(
                    "\\b(?:a|an) "
                            + Amount.NUMBER
                            + "[ -](word|sentence|paragraph)s? (?!limit|count|or\\b|article above|text above)");
    private static final double FEW = 10;

    private LengthForms() {}

    static void find(Clause clause, Found found) {
        Matcher between = BETWEEN.matcher(clause.text());
        while (between.find()) {
            double low = Amount.value(between.group(1));
            double high = Amount.value(between.group(2));
            if (low < high && clause.requests(between.start(), between.end())) {
                found.add(clause, between, Amount.between(measure(between.group(3)), low, high));
            }
        }
        Matcher followed = FOLLOWED.matcher(clause.text());
        while (followed.find()) {
            String relation =
                    switch (followed.group(3)) {
                        case "or more", "or longer", "at least", "minimum" -> "at least";
                        default -> "at most";
                    };
            if (clause.requests(followed.start(), followed.end())) {
                found.add(
                        clause,
                        followed,
                        Amount.conditions(
                                measure(followed.group(2)),
                                relation,
                                Amount.value(followed.group(1))));
            }
        }
        Matcher compared = COMPARED.matcher(clause.text());
        while (compared.find()) {
            String relation = compared.group(1);
            if (clause.isNegated(compared.start())) {
                relation = Amount.negated(relation);
            }
            if (!relation.isEmpty() && clause.requests(compared.start(), compared.end())) {
                found.add(
                        clause,
                        compared,
                        Amount.conditions(
                                measure(compared.group(3)),
                                relation,
                                Amount.value(compared.group(2))));
            }
        }
        bare(clause, found);
    }

    /// "in two paragraphs" is exact; "in 200 words", "a 200-word summary" is not.
    private static void bare(Clause clause, Found found) {
        Matcher bare = BARE.matcher(clause.text());
        while (bare.find()) {
            if (clause.requests(bare.start(), bare.end()) && !clause.isNegated(bare.start())) {
                double number = Amount.value(bare.group(1));
                Num measure = measure(bare.group(2));
                boolean loose = bare.group(2).matches("(?:word|char).*") && number > FEW;
                List<Bool> wanted =
                        loose
                                ? Amount.about(measure, number)
                                : Amount.is(measure, Relation.EQUAL, number);
                found.add(clause, bare, wanted);
            }
        }
        Matcher made = MADE.matcher(clause.text());
        while (made.find()) {
            if (clause.commands(made.start())) {
                found.add(
                        clause,
                        made,
                        Amount.is(
                                measure(made.group(2)),
                                Relation.EQUAL,
                                Amount.value(made.group(1))));
            }
        }
        Matcher sized = SIZED.matcher(clause.text());
        while (sized.find()) {
            if (clause.requests(sized.start(), sized.end())) {
                double number = Amount.value(sized.group(1));
                Num measure = measure(sized.group(2));
                found.add(
                        clause,
                        sized,
                        sized.group(2).equals("word")
                                ? Amount.about(measure, number)
                                : Amount.is(measure, Relation.EQUAL, number));
            }
        }
    }

    private static Num measure(String unit) {
        Function function =
                switch (unit.charAt(0)) {
                    case 'w' -> Function.WORDS;
                    case 'c' -> Function.CHARS;
                    case 's' -> Function.SENTENCES;
                    case 'p' -> Function.PARAGRAPHS;
                    default -> Function.BULLETS;
                };
        return Call.of(function, Scope.RESPONSE);
    }
}
