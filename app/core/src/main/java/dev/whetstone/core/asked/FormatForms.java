package dev.whetstone.core.asked;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern.Regex;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.text.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The form of the response: language, JSON, table, list, case, marks.
final class FormatForms {
    private static final Map<String, Language> LANGUAGES =
            Arrays.stream(Language.values())
                    .collect(
                            Collectors.toMap(
                                    language -> language.english().toLowerCase(Locale.ROOT),
                                    language -> language));
    static final String LANGUAGE = "(" + String.join("|", LANGUAGES.keySet()) + ")";
    private static final String CLAUSE_END =
            "(?=\\s*(?:$|[.,;:!?)])| please| only| and | with no | without )";
    private static final Pattern ANSWERED =
            Pattern.compile(
                    "\\b(?:answer|respond|reply|write|speak|be|written)(?: to me| me| back| only"
                            + "| entirely| everything| it| this)? in (?:proper |plain |simple )?"
                            + LANGUAGE
                            + "\\b(?! (?:class|lesson|history|style))");
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\b(?:write|compose|draft|tell me|give me|create)\\b(?:(?! that | which | who"
                            + "|\\bhow\\b|\\bnot\\b|\\bwords?\\b|\\bphrases?\\b|\\bgrammar\\b"
                            + "|\\bused\\b).){1,120}? in "
                            + LANGUAGE
                            + "\\b"
                            + CLAUSE_END);
    private static final Pattern TRANSLATED =
            Pattern.compile("\\btranslate\\b.{0,120}?\\b(?:in)?to " + LANGUAGE + "\\b");
    private static final Pattern JSON =
            Pattern.compile(
                    "\\b(?:as|in|into|to|with|using) (?:an? |only |valid |proper |raw |pure |the )*\\[?json\\b"
                            + "(?! (?:file|parser|schema|library|data|web)\\b(?!\\] format))"
                            + "(?: data\\])?(?: format| object| array)?");
    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:as|in|into|to|using) (?:an? )?(?:markdown |comparison |simple )?table\\b");
    private static final Pattern TABLED =
            Pattern.compile(
                    "\\b(?:design|create|make|provide|draw|produce|generate|give me|include|add"
                            + "|present|build|draw up) (?:me )?an? (?!(?:\\w+ )?(?:sql|mysql|database|html|hash|lookup|pivot) )"
                            + "(?:\\w+ ){0,2}table\\b(?! of contents?\\b"
                            + "|,? (?:in|for|using|with) (?:sql|mysql|a database|the database|excel"
                            + "|columns)\\b)");
    private static final Pattern HEADED =
            Pattern.compile(
                    "\\b(?:with|including|includes?|use|using|add) (?:(?:\\w+|and|,) ){0,3}?"
                            + "(?:sub-?)?headings?\\b(?! (?:of|from|towards?|to|in|for)\\b)");
    private static final Pattern BULLETED =
            Pattern.compile(
                    "\\b(?:as|in|into|to|using|with) (?:an? )?(?:list of )?(?:short )?"
                            + "(?:bullet points|bullets|bullet(?:ed)?(?:[ -]point)? list)\\b");
    private static final Pattern NUMBERED =
            Pattern.compile("\\b(?:as|in|into|to|using|with) (?:an? )?numbered list\\b");
    private static final Pattern SMALL =
            Pattern.compile(
                    "\\bin (?:all |only )?(?:lowercase|lower case|small letters)(?: letters)?\\b"
                            + "|\\bno (?:capital|uppercase) letters\\b");
    private static final Pattern CAPITALS =
            Pattern.compile(
                    "\\bin (?:all |only )?(?:caps|capitals|uppercase|upper case|capital letters)"
                            + "(?: letters)?\\b|\\bno (?:lowercase|small) letters\\b");
    private static final Pattern TITLE =
            Pattern.compile("\\btitle,? (?:\\w+ ){0,3}in double angular brackets");
    private static final Pattern PLACEHOLDERS =
            Pattern.compile("\\bat least " + Amount.NUMBER + " placeholders?\\b");
    private static final Pattern HIGHLIGHTS =
            Pattern.compile(
                    "\\bhighlight at least "
                            + Amount.NUMBER
                            + " (?:sections?|passages?|parts?|phrases?)\\b");
    private static final Pattern POSTSCRIPT =
            Pattern.compile("\\bpostscript starting with \"?(?:p\\.s|\u2588)");

    private FormatForms() {}

    static void find(Clause clause, Found found) {
        language(clause, found);
        plain(clause, JSON, Call.of(Function.IS_JSON, Scope.RESPONSE), found);
        plain(clause, TABLE, atLeast(Function.TABLES, 1), found);
        Matcher tabled = TABLED.matcher(clause.text());
        while (tabled.find()) {
            if (clause.commands(tabled.start()) && !clause.isNegated(tabled.start())) {
                found.add(clause, tabled, atLeast(Function.TABLES, 1));
            }
        }
        plain(clause, HEADED, atLeast(Function.HEADINGS, 1), found);
        plain(clause, BULLETED, atLeast(Function.BULLETS, 2), found);
        plain(clause, NUMBERED, atLeast(Function.NUMBERED_ITEMS, 2), found);
        plain(clause, SMALL, none("(?-i)\\p{Lu}"), found);
        plain(clause, CAPITALS, none("(?-i)\\p{Ll}"), found);
        plain(clause, TITLE, contains("<<[^\\n<>]*[^\\s<>][^\\n<>]*>>"), found);
        plain(clause, POSTSCRIPT, contains("\\bp\\. ?s\\b"), found);
        counted(clause, PLACEHOLDERS, "\\[[^\\[\\]\\n]+\\]", found);
        counted(clause, HIGHLIGHTS, "\\*{1,2}[^\\s*][^\\n*]*\\*{1,2}", found);
    }

    private static void plain(Clause clause, Pattern form, Bool condition, Found found) {
        Matcher words = form.matcher(clause.text());
        while (words.find()) {
            boolean negative = clause.text().startsWith("no ", words.start());
            if (clause.requests(words.start(), words.end())
                    && (negative || !clause.isNegated(words.start()))) {
                found.add(clause, words, condition);
            }
        }
    }

    private static void counted(Clause clause, Pattern form, String expression, Found found) {
        Matcher words = form.matcher(clause.text());
        while (words.find()) {
            boolean asked =
                    clause.commands(words.start()) || clause.requests(words.start(), words.end());
            if (asked) {
                found.add(
                        clause,
                        words,
                        Amount.is(
                                count(expression),
                                Relation.AT_LEAST,
                                Amount.value(words.group(1))));
            }
        }
    }

    private static void language(Clause clause, Found found) {
        for (Pattern form : new Pattern[] {ANSWERED, WRITTEN, TRANSLATED}) {
            Matcher words = form.matcher(clause.text());
            while (words.find()) {
                boolean asked =
                        clause.commands(words.start())
                                || (form == ANSWERED && clause.speaksOfResponse(words.start()));
                if (asked && !clause.isNegated(words.start())) {
                    found.add(clause, words, language(words.group(1)));
                }
            }
        }
    }

    /// @param name in small letters, one of [#LANGUAGE]
    static Bool language(String name) {
        return new Bool.CompareLang(
                Call.of(Function.LANGUAGE, Scope.RESPONSE),
                Relation.EQUAL,
                new Lang.Code(LANGUAGES.getOrDefault(name, Language.EN)));
    }

    private static Bool atLeast(Function function, double number) {
        return new Bool.Compare(
                Call.of(function, Scope.RESPONSE), Relation.AT_LEAST, new Num.Constant(number));
    }

    private static Num count(String expression) {
        return Call.of(Function.COUNT, Scope.RESPONSE, new Regex(expression));
    }

    private static Bool none(String expression) {
        return new Bool.Compare(count(expression), Relation.EQUAL, new Num.Constant(0));
    }

    private static Bool contains(String expression) {
        return Call.of(Function.CONTAINS, Scope.RESPONSE, new Regex(expression));
    }
}
