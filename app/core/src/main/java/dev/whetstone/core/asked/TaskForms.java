package dev.whetstone.core.asked;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Pattern.AnyOf;
import dev.whetstone.core.lf.Pattern.Literal;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tasks as data sets describe them: "your task is to translate it into Hindi", "answer with 'true'
/// or 'false'".
final class TaskForms {
    private static final String TASK =
            "\\b(?:(?:task|job|goal) is (?:about |to )|(?:ask|want|need) you to |you (?:need|have)"
                    + " to |you (?:must|should|will) )";
    private static final Pattern TRANSLATING =
            Pattern.compile(
                    TASK
                            + "translat(?:e|ing|ion)\\b.{0,160}?\\b(?:in)?to (?:the )?"
                            + FormatForms.LANGUAGE
                            + "\\b");
    private static final Pattern TRANSLATION =
            Pattern.compile(
                    "\\b(?:provide|generate|give|write|produce) (?:an?|the|its) .{0,60}?translation"
                            + "(?: of .{1,60}?)? (?:in|to|into) "
                            + FormatForms.LANGUAGE
                            + "\\b");
    private static final String BLOT = "\"\u2588+\"";
    private static final String ANSWER =
            "\\b(?:answer|respond|reply|output|return|indicate|say|write|print|generate)(?: your answer| it"
                    + "| either| only| just)*(?: with| as| by)?(?: only| either| just| one of| the"
                    + "| words?| labels?| answer| saying| writing)*:? ";
    private static final Pattern LABELS =
            Pattern.compile(ANSWER + "((?:" + BLOT + ",? ?)+,? ?(?:or|and) " + BLOT + ")");
    private static final Pattern EITHER =
            Pattern.compile(
                    ANSWER
                            + "("
                            + BLOT
                            + " (?:if|when|for)\\b[^\"]{1,160}\\b(?:otherwise|else|and|or)\\b"
                            + "[^\"]{0,60}"
                            + BLOT
                            + ")");
    private static final Pattern TRUE_FALSE =
            Pattern.compile(ANSWER + "(?:\"?true\"? or \"?false\\b)");
    private static final Pattern QUOTE = Pattern.compile(BLOT);
    private static final int LONGEST_LABEL = 30;

    private TaskForms() {}

    static void find(Clause clause, Found found) {
        for (Pattern form : List.of(TRANSLATING, TRANSLATION)) {
            Matcher words = form.matcher(clause.text());
            while (words.find()) {
                if (form == TRANSLATING || clause.commands(words.start())) {
                    found.add(clause, words, FormatForms.language(words.group(1)));
                }
            }
        }
        for (Pattern form : List.of(LABELS, EITHER)) {
            Matcher words = form.matcher(clause.text());
            while (words.find()) {
                labels(clause, words, found);
            }
        }
        Matcher truth = TRUE_FALSE.matcher(clause.text());
        while (truth.find()) {
            if (clause.isTask(truth.start())) {
                found.add(clause, truth, starts(List.of("true", "false")));
            }
        }
    }

    private static void labels(Clause clause, Matcher words, Found found) {
        List<String> labels = new ArrayList<>();
        Matcher quote = QUOTE.matcher(clause.text()).region(words.start(1), words.end(1));
        while (quote.find()) {
            String label = clause.original(quote.start() + 1, quote.end() - 1).strip();
            if (label.isEmpty()
                    || label.matches("[AaIi]")
                    || label.length() > LONGEST_LABEL
                    || label.matches(".*[*~{].*")) {
                return;
            }
            labels.add(label.toLowerCase(Locale.ROOT));
        }
        if (labels.size() > 1 && clause.isTask(words.start())) {
            found.add(clause, words, starts(labels));
        }
    }

    private static Bool starts(List<String> labels) {
        return Call.of(
                Function.STARTS_WITH,
                Scope.RESPONSE,
                new AnyOf(labels.stream().distinct().map(Literal::new).toList()));
    }
}
