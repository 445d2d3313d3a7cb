package dev.whetstone.core.text.ifeval;

import static dev.whetstone.core.text.ifeval.InstructionParameter.number;
import static dev.whetstone.core.text.ifeval.InstructionParameter.relation;
import static dev.whetstone.core.text.ifeval.InstructionParameter.text;
import static dev.whetstone.core.text.ifeval.InstructionParameter.texts;

import dev.whetstone.core.text.ifeval.InstructionParameter.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The instructions that IFEval registers, in the order of its registry.
public enum Instruction {
    KEYWORDS(
            "keywords",
            "existence",
            "Mentions every one of these words",
            texts("keywords", "deadline")),
    KEYWORD_FREQUENCY(
            "keywords",
            "frequency",
            "Uses a word at least, or less than, so many times",
            text("keyword", "please"),
            relation("relation"),
            number("frequency", 2)),
    FORBIDDEN_WORDS(
            "keywords",
            "forbidden_words",
            "Uses none of these words",
            texts("forbidden_words", "guarantee", "always")),
    LETTER_FREQUENCY(
            "keywords",
            "letter_frequency",
            "Uses a letter at least, or less than, so many times",
            text("letter", "e"),
            relation("let_relation"),
            number("let_frequency", 5)),
    RESPONSE_LANGUAGE(
            "language",
            "response_language",
            "Is written in this language",
            new InstructionParameter("language", Kind.LANGUAGE, List.of("en"))),
    NUMBER_SENTENCES(
            "length_constraints",
            "number_sentences",
            "Has at least, or less than, so many sentences",
            relation("relation"),
            number("num_sentences", 3)),
    NUMBER_PARAGRAPHS(
            "length_constraints",
            "number_paragraphs",
            "Has exactly so many paragraphs",
            number("num_paragraphs", 2)),
    NUMBER_WORDS(
            "length_constraints",
            "number_words",
            "Has at least, or less than, so many words",
            relation("relation"),
            number("num_words", 100)),
    NTH_PARAGRAPH_FIRST_WORD(
            "length_constraints",
            "nth_paragraph_first_word",
            "Has so many paragraphs, and one of them starts with this word",
            number("num_paragraphs", 2),
            number("nth_paragraph", 2),
            text("first_word", "however")),
    NUMBER_PLACEHOLDERS(
            "detectable_content",
            "number_placeholders",
            "Has at least so many placeholders in square brackets",
            number("num_placeholders", 1)),
    POSTSCRIPT(
            "detectable_content",
            "postscript",
            "Ends with a postscript",
            text("postscript_marker", "P.S.")),
    NUMBER_BULLET_LISTS(
            "detectable_format",
            "number_bullet_lists",
            "Has exactly so many bullet points",
            number("num_bullets", 3)),
    CONSTRAINED_RESPONSE(
            "detectable_format",
            "constrained_response",
            "Says “My answer is yes.”, “no.” or “maybe.”"),
    NUMBER_HIGHLIGHTED_SECTIONS(
            "detectable_format",
            "number_highlighted_sections",
            "Highlights at least so many passages with asterisks",
            number("num_highlights", 1)),
    MULTIPLE_SECTIONS(
            "detectable_format",
            "multiple_sections",
            "Has at least so many numbered sections",
            text("section_spliter", "Section"),
            number("num_sections", 2)),
    JSON_FORMAT("detectable_format", "json_format", "Is JSON from beginning to end"),
    TITLE("detectable_format", "title", "Has a title in <<double angular brackets>>"),
    TWO_RESPONSES(
            "combination", "two_responses", "Gives two different answers, separated by ******"),
    REPEAT_PROMPT(
            "combination",
            "repeat_prompt",
            "Repeats the request first, word for word",
            text("prompt_to_repeat", "What does my policy cover?")),
    END_CHECKER(
            "startend",
            "end_checker",
            "Ends with these words",
            text("end_phrase", "Any other questions?")),
    QUOTATION("startend", "quotation", "Stands in double quotation marks as a whole"),
    CAPITAL_WORD_FREQUENCY(
            "change_case",
            "capital_word_frequency",
            "Has at least, or less than, so many words in capitals",
            relation("capital_relation"),
            number("capital_frequency", 2)),
    ENGLISH_CAPITAL("change_case", "english_capital", "Is English in capital letters only"),
    ENGLISH_LOWERCASE("change_case", "english_lowercase", "Is English in small letters only"),
    NO_COMMA("punctuation", "no_comma", "Has no comma");

    private final String group;
    private final String id;
    private final String title;
    private final List<InstructionParameter> parameters;

    Instruction(String group, String id, String title, InstructionParameter... parameters) {
        this.group = group;
        this.id = id;
        this.title = title;
        this.parameters = List.of(parameters);
    }

    /// IFEval's group, e.g. `length_constraints`.
    public String group() {
        return group;
    }

    /// The name in a rule's text, which is IFEval's without the group; no two are alike.
    public String id() {
        return id;
    }

    /// IFEval's own name, e.g. `length_constraints:number_words`.
    public String registeredId() {
        return group + ":" + id;
    }

    /// A sentence about the response that keeps to it, without its subject.
    public String title() {
        return title;
    }

    /// In the order in which a rule gives them.
    public List<InstructionParameter> parameters() {
        return parameters;
    }

    /// By either name.
    public static Optional<Instruction> of(String id) {
        return Arrays.stream(values())
                .filter(value -> value.id.equals(id) || value.registeredId().equals(id))
                .findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Instruction::id).toList();
    }
}
