package dev.whetstone.core.lf.template;

import dev.whetstone.core.lf.InstructionArgs;
import dev.whetstone.core.lf.Pattern.Literal;
import dev.whetstone.core.lf.Pattern.Regex;
import dev.whetstone.core.lf.RuleTypeException;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.text.ifeval.Setting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The rule that an instruction of IFEval becomes. Our own readings say it in the rule language, so
/// that it can be read, edited and told from rules that experts wrote; they leave out the published
/// checker's quirks: keywords are words and not expressions, any bullet sign counts, paragraphs are
/// paragraphs, a bold passage is one highlight, a text whose language cannot be told is no pass.
public final class InstructionRules {
    private InstructionRules() {}

    /// @throws RuleTypeException when a value cannot be written in a rule, e.g. above 300
    /// characters
    public static String of(Setting setting, InstructionReading reading) {
        return "good(X) when "
                + switch (reading) {
                    case STRICT -> condition(setting, Scope.RESPONSE);
                    case LOOSE -> loosely(condition(setting, Scope.ITEM));
                    case COMPATIBLE -> published(setting, Scope.RESPONSE);
                    case COMPATIBLE_LOOSE -> loosely(published(setting, Scope.ITEM));
                };
    }

    private static String loosely(String condition) {
        return "some(variants_of(X), " + condition + ")";
    }

    private static String published(Setting setting, Scope text) {
        return RulePrinter.print(InstructionArgs.of(text, setting));
    }

    private static String condition(Setting setting, Scope scope) {
        String x = scope.id();
        return switch (setting.instruction()) {
            case KEYWORDS ->
                    setting.texts("keywords").stream()
                            .map(word -> "contains(" + x + ", " + words(word) + ")")
                            .collect(Collectors.joining(" and "));
            case KEYWORD_FREQUENCY ->
                    "count("
                            + x
                            + ", "
                            + words(setting.text("keyword"))
                            + ")"
                            + compared(setting, "relation", "frequency");
            case FORBIDDEN_WORDS ->
                    "not contains(" + x + ", " + anyOf(setting.texts("forbidden_words")) + ")";
            case LETTER_FREQUENCY ->
                    "count("
                            + x
                            + ", "
                            + expression(lower(setting.text("letter")))
                            + ")"
                            + compared(setting, "let_relation", "let_frequency");
            case RESPONSE_LANGUAGE -> "language(" + x + ") = " + setting.text("language");
            case NUMBER_SENTENCES ->
                    "sentences(" + x + ")" + compared(setting, "relation", "num_sentences");
            case NUMBER_PARAGRAPHS -> "paragraphs(" + x + ") = " + setting.number("num_paragraphs");
            case NUMBER_WORDS -> "words(" + x + ")" + compared(setting, "relation", "num_words");
            case NTH_PARAGRAPH_FIRST_WORD ->
                    "paragraphs("
                            + x
                            + ") = "
                            + setting.number("num_paragraphs")
                            + " and starts_with(paragraph("
                            + x
                            + ", "
                            + setting.number("nth_paragraph")
                            + "), "
                            + words(setting.text("first_word"))
                            + ")";
            case NUMBER_PLACEHOLDERS ->
                    "count("
                            + x
                            + ", /\\[[^\\[\\]\\n]+\\]/) >= "
                            + setting.number("num_placeholders");
            case POSTSCRIPT -> "contains(" + x + ", " + postscript(setting) + ")";
            case NUMBER_BULLET_LISTS -> "bullets(" + x + ") = " + setting.number("num_bullets");
            case CONSTRAINED_RESPONSE ->
                    "contains("
                            + x
                            + ", {\"my answer is yes\", \"my answer is no\", \"my answer is maybe\"})";
            case NUMBER_HIGHLIGHTED_SECTIONS ->
                    "count("
                            + x
                            + ", /\\*{1,2}[^\\s*][^\\n*]*\\*{1,2}/) >= "
                            + setting.number("num_highlights");
            case MULTIPLE_SECTIONS ->
                    "distinct("
                            + x
                            + ", "
                            + RulePrinter.print(
                                    new Regex(
                                            "\\b"
                                                    + quoted(lower(setting.text("section_spliter")))
                                                    + " ?\\d+"))
                            + ") >= "
                            + setting.number("num_sections");
            case JSON_FORMAT -> "is_json(" + x + ")";
            case TITLE -> "contains(" + x + ", /<<[^\\s<>][^\\n<>]*>>/)";
            case REPEAT_PROMPT -> edge("starts_with", x, setting.text("prompt_to_repeat"));
            case END_CHECKER -> edge("ends_with", x, setting.text("end_phrase"));
            case QUOTATION -> "contains(" + x + ", /(?s)^\\s*[\"“„«].*[\"”“»]\\s*$/)";
            case CAPITAL_WORD_FREQUENCY ->
                    "count("
                            + x
                            + ", /\\b[A-Z]{2,}(?:['-][A-Z]+)*\\b/)"
                            + compared(setting, "capital_relation", "capital_frequency");
            case ENGLISH_CAPITAL ->
                    "language(" + x + ") = en and not contains(" + x + ", /(?-i)\\p{Ll}/)";
            case ENGLISH_LOWERCASE ->
                    "language(" + x + ") = en and not contains(" + x + ", /(?-i)\\p{Lu}/)";
            case NO_COMMA -> "not contains(" + x + ", /,/)";
            case TWO_RESPONSES -> published(setting, scope);
        };
    }

    private static String compared(Setting setting, String relation, String number) {
        return (setting.text(relation).equals("less than") ? " < " : " >= ")
                + setting.number(number);
    }

    /// In small letters, so that any case matches.
    private static String words(String text) {
        return RulePrinter.print(new Literal(plain(lower(text))));
    }

    private static String anyOf(List<String> texts) {
        return texts.stream()
                .map(InstructionRules::words)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String edge(String function, String x, String text) {
        return function + "(" + x + ", " + words(text) + ")";
    }

    /// Without the signs that stand for words and endings in a literal.
    private static String plain(String text) {
        return text.replace('*', ' ').replace('~', ' ').strip();
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return com.google.re2j.Pattern.quote(text);
    }

    private static String expression(String text) {
        return RulePrinter.print(new Regex(quoted(text)));
    }

    private static String postscript(Setting setting) {
        String marker = lower(setting.text("postscript_marker"));
        String letters = marker.replaceAll("[\\s.]", "");
        String body =
                letters.matches("p{1,2}s")
                        ? letters.replace("p", "p\\. ?") + "\\b"
                        : quoted(marker);
        return RulePrinter.print(new Regex("(?m)^\\W*" + body));
    }
}
