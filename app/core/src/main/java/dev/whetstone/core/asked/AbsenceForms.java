package dev.whetstone.core.asked;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern.Regex;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the response is to do without: commas, exclamation marks, emojis, lists, ...
final class AbsenceForms {
    private static final Pattern WITHOUT =
            Pattern.compile(
                    "\\b(?:(?:do not|don't|never|not|cannot|can't) (?:use|include|add|put|insert|contain"
                            + "|have|answer in|respond in|reply in|write in|answer with)|without|avoid|refrain from|no)"
                            + " (?:using |including |adding |any |the use of |a single )*"
                            + "(commas?|exclamation (?:marks?|points?)|emojis?|emoticons|bullet"
                            + " points?|bullets|bulleted lists?|bullet lists?|lists?|headings?"
                            + "|headers?|tables?|links?|urls?|question marks?|code blocks?)\\b");
    private static final Pattern OWN_CLAUSE =
            Pattern.compile("(?:^|[,;:(]\\s*|\\b(?:please|use|but|include|absolutely)\\s+)$");

    private AbsenceForms() {}

    static void find(Clause clause, Found found) {
        Matcher words = WITHOUT.matcher(clause.text());
        while (words.find()) {
            if (isAsked(clause, words)) {
                found.add(clause, words, condition(words.group(1)));
            }
        }
    }

    private static boolean isAsked(Clause clause, Matcher words) {
        String form = words.group();
        if (form.startsWith("no ")) {
            String before = clause.text().substring(0, words.start());
            return OWN_CLAUSE.matcher(before).find() && clause.requests(words.start(), words.end());
        }
        if (form.startsWith("without ")) {
            boolean thing = form.matches("without (?:any )?(?:tables?|links?|lists?|headers?)");
            return !thing && clause.requests(words.start(), words.end());
        }
        return clause.commands(words.start()) || clause.speaksOfResponse(words.start());
    }

    private static Bool condition(String thing) {
        return switch (thing.substring(0, 3)) {
            case "com" -> Bool.not(contains(","));
            case "que" -> Bool.not(contains("\\?"));
            case "exc" -> none(Function.EXCLAMATIONS);
            case "emo" -> none(Function.EMOJIS);
            case "bul" -> none(Function.BULLETS);
            case "lis" -> none(Function.LIST_ITEMS);
            case "hea" -> none(Function.HEADINGS);
            case "tab" -> none(Function.TABLES);
            case "cod" -> none(Function.CODE_BLOCKS);
            default -> none(Function.LINKS);
        };
    }

    private static Bool contains(String expression) {
        return Call.of(Function.CONTAINS, Scope.RESPONSE, new Regex(expression));
    }

    private static Bool none(Function function) {
        return new Bool.Compare(
                Call.of(function, Scope.RESPONSE), Relation.EQUAL, new Num.Constant(0));
    }
}
