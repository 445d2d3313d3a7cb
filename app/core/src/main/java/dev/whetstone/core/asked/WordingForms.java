package dev.whetstone.core.asked;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern.AnyOf;
import dev.whetstone.core.lf.Pattern.Literal;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words in quotes that the response is to have, not to have, to begin or to end with.
final class WordingForms {
    private static final String BLOT = "\"\u2588+\"";
    private static final String QUOTES = "(" + BLOT + "(?:(?:,? and |,? or |, )" + BLOT + "){0,9})";
    private static final String NOUN =
            "(?:(?:any of |all of )?(?:the |these |this )?(?:following |exact )?(?:key)?"
                    + "(?:words?|phrases?|terms?|sentence|line|text)?:? ?)";
    private static final String WHOLE =
            "(?: (?:your|the|this|it|off|entire|whole|response|answer|reply|letter|e-?mail|message"
                    + "|text|story|essay|poem|summary|very)){0,4}";
    private static final Pattern ENDING =
            Pattern.compile(
                    "\\b(?:end|finish|conclude|close)"
                            + WHOLE
                            + " (?:with|by saying) "
                            + NOUN
                            + QUOTES);
    private static final Pattern BEGINNING =
            Pattern.compile(
                    "\\b(?:start|begin|open)" + WHOLE + " (?:with|by saying) " + NOUN + QUOTES);
    private static final Pattern STORY =
            Pattern.compile(
                    "\\b(?:write|compose|create|tell|craft|draft)\\b[^\"]{1,100} (?:that|which) (?:starts|begins|opens) with "
                            + NOUN
                            + QUOTES);
    private static final Pattern EXCLUDED =
            Pattern.compile(
                    "\\b(?:(?:do not|don't|never|not) (?:use|include|mention|say|write|contain)|avoid|without)"
                            + "(?: using| including| mentioning| saying)? "
                            + NOUN
                            + QUOTES);
    private static final Pattern INCLUDED =
            Pattern.compile("\\b(?:include|use|mention|contain) " + NOUN + QUOTES);
    private static final String TIMES = " " + Amount.RELATION + " " + Amount.NUMBER + " times";
    private static final Pattern REPEATED =
            Pattern.compile(
                    "\\b(?:include|use|mention) " + NOUN + "(" + BLOT + ")(?: \\w+){0,3}?" + TIMES);
    private static final Pattern APPEARS =
            Pattern.compile(
                    "\\b(?:words?|phrase) ("
                            + BLOT
                            + ") (?:should|must|has to|needs to) (?:appear|occur|be used)"
                            + TIMES);
    private static final Pattern YES_NO =
            Pattern.compile(
                    "\\b(?:answer|respond|reply)(?: me| only| simply| just)*(?: with)?(?: only| a"
                            + "| just| simple| either)* \"?yes\"? or \"?no\\b");
    private static final Pattern QUOTE = Pattern.compile(BLOT);

    private WordingForms() {}

    static void find(Clause clause, Found found) {
        counted(clause, REPEATED, found);
        counted(clause, APPEARS, found);
        Matcher yesNo = YES_NO.matcher(clause.text());
        while (yesNo.find()) {
            if (clause.commands(yesNo.start()) && !clause.isNegated(yesNo.start())) {
                found.add(
                        clause,
                        yesNo,
                        Call.of(
                                Function.STARTS_WITH,
                                Scope.RESPONSE,
                                new AnyOf(List.of(new Literal("yes"), new Literal("no")))));
            }
        }
        quoted(clause, ENDING, Function.ENDS_WITH, found);
        quoted(clause, BEGINNING, Function.STARTS_WITH, found);
        quoted(clause, STORY, Function.STARTS_WITH, found);
        excluded(clause, found);
        quoted(clause, INCLUDED, Function.CONTAINS, found);
    }

    private static void counted(Clause clause, Pattern form, Found found) {
        Matcher words = form.matcher(clause.text());
        while (words.find()) {
            boolean asked =
                    clause.commands(words.start()) || clause.requests(words.start(), words.end());
            for (Literal literal : asked ? literals(clause, words) : List.<Literal>of()) {
                Num count = Call.of(Function.COUNT, Scope.RESPONSE, literal);
                found.add(
                        clause,
                        words,
                        Amount.conditions(count, words.group(2), Amount.value(words.group(3))));
            }
        }
    }

    private static void excluded(Clause clause, Found found) {
        Matcher words = EXCLUDED.matcher(clause.text());
        while (words.find()) {
            boolean asked =
                    clause.commands(words.start())
                            || (clause.text().startsWith("without", words.start())
                                    ? clause.requests(words.start(), words.end())
                                    : clause.speaksOfResponse(words.start()));
            if (asked) {
                List<Bool> conditions = new ArrayList<>();
                for (Literal literal : literals(clause, words)) {
                    conditions.add(Bool.not(Call.of(Function.CONTAINS, Scope.RESPONSE, literal)));
                }
                found.add(clause, words, conditions);
            }
        }
    }

    private static void quoted(Clause clause, Pattern form, Function function, Found found) {
        Matcher words = form.matcher(clause.text());
        while (words.find()) {
            boolean asked =
                    clause.commands(words.start()) || clause.speaksOfResponse(words.start());
            List<Literal> literals = literals(clause, words);
            boolean one = function == Function.CONTAINS || literals.size() == 1;
            if (asked && one && !clause.isNegated(words.start())) {
                List<Bool> conditions = new ArrayList<>();
                literals.forEach(
                        literal -> conditions.add(Call.of(function, Scope.RESPONSE, literal)));
                found.add(clause, words, conditions);
            }
        }
    }

    /// The quotes of the first group in small letters, so that any case matches; those with signs
    /// that mean something else in a rule are left out.
    private static List<Literal> literals(Clause clause, Matcher words) {
        List<Literal> literals = new ArrayList<>();
        Matcher quote = QUOTE.matcher(clause.text()).region(words.start(1), words.end(1));
        while (quote.find()) {
            String text =
                    clause.original(quote.start() + 1, quote.end() - 1)
                            .strip()
                            .toLowerCase(Locale.ROOT);
            if (text.length() > 1 && text.indexOf('*') < 0 && text.indexOf('~') < 0) {
                literals.add(new Literal(text));
            }
        }
        return literals;
    }
}
