package dev.whetstone.core.lf.english;

import dev.whetstone.core.text.ifeval.Setting;

/// An instruction of IFEval with its values: "has at least 300 words".
public final class InstructionEnglish {
    private InstructionEnglish() {}

    public static String of(Setting setting) {
        return switch (setting.instruction()) {
            case KEYWORDS -> "mentions " + words(setting, "keywords");
            case KEYWORD_FREQUENCY ->
                    "uses “"
                            + setting.text("keyword")
                            + "” "
                            + times(setting, "relation", "frequency");
            case FORBIDDEN_WORDS -> "uses none of " + words(setting, "forbidden_words");
            case LETTER_FREQUENCY ->
                    "uses the letter “"
                            + setting.text("letter")
                            + "” "
                            + times(setting, "let_relation", "let_frequency");
            case RESPONSE_LANGUAGE -> "is written in “" + setting.text("language") + "”";
            case NUMBER_SENTENCES ->
                    "has " + count(setting, "relation", "num_sentences") + " sentences";
            case NUMBER_PARAGRAPHS ->
                    "has exactly " + setting.text("num_paragraphs") + " paragraphs";
            case NUMBER_WORDS -> "has " + count(setting, "relation", "num_words") + " words";
            case NTH_PARAGRAPH_FIRST_WORD ->
                    "has "
                            + setting.text("num_paragraphs")
                            + " paragraphs, and paragraph "
                            + setting.text("nth_paragraph")
                            + " starts with “"
                            + setting.text("first_word")
                            + "”";
            case NUMBER_PLACEHOLDERS ->
                    "has at least " + setting.text("num_placeholders") + " placeholders";
            case POSTSCRIPT -> "has a postscript after “" + setting.text("postscript_marker") + "”";
            case NUMBER_BULLET_LISTS ->
                    "has exactly " + setting.text("num_bullets") + " bullet points";
            case NUMBER_HIGHLIGHTED_SECTIONS ->
                    "highlights at least " + setting.text("num_highlights") + " passages";
            case MULTIPLE_SECTIONS ->
                    "has at least "
                            + setting.text("num_sections")
                            + " sections headed “"
                            + setting.text("section_spliter")
                            + "”";
            case REPEAT_PROMPT -> "repeats “" + setting.text("prompt_to_repeat") + "” first";
            case END_CHECKER -> "ends with “" + setting.text("end_phrase") + "”";
            case CAPITAL_WORD_FREQUENCY ->
                    "has "
                            + count(setting, "capital_relation", "capital_frequency")
                            + " words in capitals";
            case CONSTRAINED_RESPONSE, JSON_FORMAT, TITLE, TWO_RESPONSES, QUOTATION ->
                    plain(setting);
            case ENGLISH_CAPITAL, ENGLISH_LOWERCASE, NO_COMMA -> plain(setting);
        };
    }

    private static String plain(Setting setting) {
        String title = setting.instruction().title();
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static String words(Setting setting, String name) {
        return "“" + String.join("”, “", setting.texts(name)) + "”";
    }

    private static String count(Setting setting, String relation, String number) {
        return setting.text(relation) + " " + setting.text(number);
    }

    private static String times(Setting setting, String relation, String number) {
        return count(setting, relation, number) + " times";
    }
}
