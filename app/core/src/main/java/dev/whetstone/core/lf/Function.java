package dev.whetstone.core.lf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The function catalogue of the rule language. The exact definitions stand at the measures in
/// [dev.whetstone.core.text].
///
/// `paragraphs` is two functions of one name: a number, and a list where a list is wanted.
public enum Function {
    /// Number of words.
    WORDS("words", Type.NUM, "number of words", Parameters.TEXT),
    /// Number of words outside code blocks and tables.
    PROSE_WORDS(
            "prose_words",
            Type.NUM,
            "number of words outside code blocks and tables",
            Parameters.TEXT),
    /// Number of characters.
    CHARS("chars", Type.NUM, "number of characters", Parameters.TEXT),
    /// Number of sentences.
    SENTENCES("sentences", Type.NUM, "number of sentences", Parameters.TEXT),
    /// Number of paragraphs.
    PARAGRAPHS("paragraphs", Type.NUM, "number of paragraphs", Parameters.TEXT),
    /// Number of lines that are not blank.
    LINES("lines", Type.NUM, "number of lines that are not blank", Parameters.TEXT),
    /// Number of bullet points.
    BULLETS("bullets", Type.NUM, "number of bullet points", Parameters.TEXT),
    /// Number of numbered list items.
    NUMBERED_ITEMS("numbered_items", Type.NUM, "number of numbered list items", Parameters.TEXT),
    /// Number of list items of either kind.
    LIST_ITEMS("list_items", Type.NUM, "number of list items of either kind", Parameters.TEXT),
    /// Number of headings.
    HEADINGS("headings", Type.NUM, "number of headings", Parameters.TEXT),
    /// Number of tables.
    TABLES("tables", Type.NUM, "number of tables", Parameters.TEXT),
    /// Number of code blocks.
    CODE_BLOCKS("code_blocks", Type.NUM, "number of code blocks", Parameters.TEXT),
    /// Number of quotations.
    QUOTES("quotes", Type.NUM, "number of quotations", Parameters.TEXT),
    /// Number of questions.
    QUESTIONS("questions", Type.NUM, "number of questions", Parameters.TEXT),
    /// Number of citations and named sources.
    CITATIONS("citations", Type.NUM, "number of citations and named sources", Parameters.TEXT),
    /// Number of links.
    LINKS("links", Type.NUM, "number of links", Parameters.TEXT),
    /// Number of links to the given domains.
    LINKS_TO(
            "links_to",
            Type.NUM,
            "number of links to the given domains",
            Parameters.TEXT,
            Parameters.DOMAINS),
    /// Number of exclamation marks.
    EXCLAMATIONS("exclamations", Type.NUM, "number of exclamation marks", Parameters.TEXT),
    /// Number of words in capitals that are not acronyms.
    CAPS_WORDS(
            "caps_words",
            Type.NUM,
            "number of words in capitals that are not acronyms",
            Parameters.TEXT),
    /// Number of emojis.
    EMOJIS("emojis", Type.NUM, "number of emojis", Parameters.TEXT),
    /// How often a pattern occurs.
    COUNT("count", Type.NUM, "how often a pattern occurs", Parameters.TEXTS, Parameters.PATTERN),
    /// How many different matches a pattern has.
    DISTINCT(
            "distinct",
            Type.NUM,
            "how many different matches a pattern has",
            Parameters.TEXTS,
            Parameters.PATTERN),
    /// Matches of a pattern per 100 words.
    RATE(
            "rate",
            Type.NUM,
            "matches of a pattern per 100 words",
            Parameters.TEXT,
            Parameters.PATTERN),
    /// Index of the word where a pattern first occurs, counted from 0.
    POSITION(
            "position",
            Type.NUM,
            "index of the word where a pattern first occurs, counted from 0",
            Parameters.TEXT,
            Parameters.PATTERN),
    /// Number of values that are not in the base text.
    NOVEL(
            "novel",
            Type.NUM,
            "number of values that are not in the base text",
            Parameters.TEXT,
            Parameters.PATTERN,
            Parameters.BASE),
    /// Largest quantity, in the given unit.
    MAX_QUANTITY(
            "max_quantity",
            Type.NUM,
            "largest quantity, in the given unit",
            Parameters.TEXT,
            Parameters.UNIT),
    /// Share of content words that two texts have in common, 0 to 1.
    OVERLAP(
            "overlap",
            Type.NUM,
            "share of content words that two texts have in common, 0 to 1",
            Parameters.TEXT,
            Parameters.OTHER_TEXT),
    /// Share of five-word runs that also occur in the other text, 0 to 1.
    COPIED_SHARE(
            "copied_share",
            Type.NUM,
            "share of five-word runs that also occur in the other text, 0 to 1",
            Parameters.TEXT,
            Parameters.OTHER_TEXT),
    /// Words in the longest run that also occurs in the other text.
    LONGEST_COPY(
            "longest_copy",
            Type.NUM,
            "words in the longest run that also occurs in the other text",
            Parameters.TEXT,
            Parameters.OTHER_TEXT),
    /// Share of runs of n words that occurred before, 0 to 1.
    REPEATED_SHARE(
            "repeated_share",
            Type.NUM,
            "share of runs of n words that occurred before, 0 to 1",
            Parameters.TEXT,
            Parameters.COUNT),
    /// Flesch-Kincaid reading grade.
    FK_GRADE("fk_grade", Type.NUM, "Flesch-Kincaid reading grade", Parameters.TEXT),
    /// Flesch reading ease.
    READING_EASE(
            "reading_ease",
            Type.NUM,
            "Flesch reading ease, about 0 (hard) to 100 (easy)",
            Parameters.TEXT),
    /// Different words per word, 0 to 1.
    TTR("ttr", Type.NUM, "different words per word, 0 to 1", Parameters.TEXT),
    /// Lexical diversity: words in a row before they repeat themselves much.
    MTLD(
            "mtld",
            Type.NUM,
            "lexical diversity: words in a row before they repeat themselves much",
            Parameters.TEXT),
    /// Feeling of the words (VADER's compound), from -1 (negative) to 1 (positive).
    SENTIMENT(
            "sentiment",
            Type.NUM,
            "feeling of the words (VADER), from -1 (negative) to 1 (positive)",
            Parameters.TEXT),
    /// How much of a tone the wording has, 0 to 1.
    TONE(
            "tone",
            Type.NUM,
            "how much of a tone the wording has, 0 to 1",
            Parameters.TEXT,
            Parameters.TONE),
    /// The number of items, words or sentences that a prompt asks for.
    ASKED_NUMBER(
            "asked_number",
            Type.NUM,
            "the number of items, words or sentences that a prompt asks for",
            Parameters.TEXT,
            Parameters.COUNTED),
    /// How many of the checkable constraints that a prompt states the text meets.
    MET_CONSTRAINTS(
            "met_constraints",
            Type.NUM,
            "how many of the checkable constraints that a prompt states the text meets",
            Parameters.TEXT,
            Parameters.OTHER_TEXT),
    /// How many checkable constraints a prompt states.
    STATED_CONSTRAINTS(
            "stated_constraints",
            Type.NUM,
            "how many checkable constraints a prompt states",
            Parameters.TEXT),
    /// How sure a detector is that a text is of its kind, 0 to 1.
    SCORE(
            "score",
            Type.NUM,
            "how sure a detector is that a text is of its kind, 0 to 1",
            Parameters.TEXT,
            Parameters.DETECTOR),
    /// A detector takes a text to be of its kind.
    DETECTS(
            "detects",
            Type.BOOL,
            "a detector takes the text to be of its kind",
            Parameters.TEXT,
            Parameters.DETECTOR),
    /// A pattern occurs.
    CONTAINS("contains", Type.BOOL, "a pattern occurs", Parameters.TEXTS, Parameters.PATTERN),
    /// A pattern occurs, in any inflected form.
    MENTIONS(
            "mentions",
            Type.BOOL,
            "a pattern occurs, in any inflected form",
            Parameters.TEXTS,
            Parameters.PATTERN),
    /// The text starts with a pattern.
    STARTS_WITH(
            "starts_with",
            Type.BOOL,
            "the text starts with a pattern",
            Parameters.TEXT,
            Parameters.PATTERN),
    /// The text ends with a pattern.
    ENDS_WITH(
            "ends_with",
            Type.BOOL,
            "the text ends with a pattern",
            Parameters.TEXT,
            Parameters.PATTERN),
    /// Two patterns occur at most n words apart in one paragraph.
    NEAR(
            "near",
            Type.BOOL,
            "two patterns occur at most n words apart in one paragraph",
            Parameters.TEXT,
            Parameters.PATTERN,
            Parameters.SECOND_PATTERN,
            Parameters.COUNT),
    /// The first match of one pattern comes before that of another.
    BEFORE(
            "before",
            Type.BOOL,
            "the first match of one pattern comes before that of another",
            Parameters.TEXT,
            Parameters.PATTERN,
            Parameters.SECOND_PATTERN),
    /// Patterns occur in this order.
    ORDERED(
            "ordered",
            Type.BOOL,
            "patterns occur in this order",
            Parameters.TEXT,
            Parameters.PATTERN,
            Parameters.MORE_PATTERNS),
    /// A pattern is explained where it occurs.
    DEFINES(
            "defines",
            Type.BOOL,
            "a pattern is explained where it occurs",
            Parameters.TEXT,
            Parameters.PATTERN),
    /// A prompt asks for something.
    ASKS_FOR(
            "asks_for",
            Type.BOOL,
            "a prompt asks for something",
            Parameters.TEXT,
            Parameters.REQUEST),
    /// The text asks a yes-or-no question.
    YES_NO_QUESTION(
            "yes_no_question", Type.BOOL, "the text asks a yes-or-no question", Parameters.TEXT),
    /// The text asks the reader for something.
    ASKS_USER_FOR(
            "asks_user_for",
            Type.BOOL,
            "the text asks the reader for something",
            Parameters.TEXT,
            Parameters.PATTERN),
    /// The text starts with a greeting.
    GREETS("greets", Type.BOOL, "the text starts with a greeting", Parameters.TEXT),
    /// The text declines to answer.
    REFUSES("refuses", Type.BOOL, "the text declines to answer", Parameters.TEXT),
    /// The text breaks off.
    TRUNCATED("truncated", Type.BOOL, "the text breaks off", Parameters.TEXT),
    /// The text is valid JSON.
    IS_JSON("is_json", Type.BOOL, "the text is valid JSON", Parameters.TEXT),
    /// A condition holds for every element.
    ALL("all", Type.BOOL, "a condition holds for every element", Parameters.LIST, Parameters.BODY),
    /// A condition holds for at least one element.
    SOME(
            "some",
            Type.BOOL,
            "a condition holds for at least one element",
            Parameters.LIST,
            Parameters.BODY),
    /// The text passes IFEval's published check of an instruction.
    IFEVAL(
            "ifeval",
            Type.BOOL,
            "the text passes IFEval's published check of an instruction",
            Parameters.TEXT,
            Parameters.INSTRUCTION,
            Parameters.VALUES),
    /// The language of the text.
    LANGUAGE("language", Type.LANG, "the language of the text", Parameters.TEXT),
    /// Names of people in the text.
    NAMES_IN("names_in", Type.PATTERN, "names of people in the text", Parameters.TEXT),
    /// The first sentence.
    FIRST_SENTENCE("first_sentence", Type.TEXT, "the first sentence", Parameters.TEXT),
    /// The last sentence.
    LAST_SENTENCE("last_sentence", Type.TEXT, "the last sentence", Parameters.TEXT),
    /// The first paragraph.
    FIRST_PARAGRAPH("first_paragraph", Type.TEXT, "the first paragraph", Parameters.TEXT),
    /// The last paragraph.
    LAST_PARAGRAPH("last_paragraph", Type.TEXT, "the last paragraph", Parameters.TEXT),
    /// The n-th paragraph.
    PARAGRAPH(
            "paragraph",
            Type.TEXT,
            "the n-th paragraph, empty where there are fewer",
            Parameters.TEXT,
            Parameters.COUNT),
    /// The paragraphs.
    PARAGRAPHS_OF("paragraphs", Type.TEXT_LIST, "the paragraphs", Parameters.TEXT),
    /// The sentences.
    SENTENCES_OF("sentences_of", Type.TEXT_LIST, "the sentences", Parameters.TEXT),
    /// The sentences that are questions.
    QUESTIONS_IN(
            "questions_in", Type.TEXT_LIST, "the sentences that are questions", Parameters.TEXT),
    /// The list items.
    ITEMS_OF("items_of", Type.TEXT_LIST, "the list items", Parameters.TEXT),
    /// The text, and what is left of it without its first or last line or asterisks.
    VARIANTS_OF(
            "variants_of",
            Type.TEXT_LIST,
            "the text as it is and without its first line, last line, both, or asterisks",
            Parameters.TEXT);

    private final String id;
    private final Type result;
    private final String english;
    private final List<Parameter> parameters;

    Function(String id, Type result, String english, Parameter... parameters) {
        this.id = id;
        this.result = result;
        this.english = english;
        this.parameters = List.of(parameters);
    }

    /// The name in a rule's text.
    public String id() {
        return id;
    }

    public Type result() {
        return result;
    }

    /// One line for people.
    public String english() {
        return english;
    }

    /// The parameters; the last of [#ORDERED] and [#IFEVAL] may be repeated.
    public List<Parameter> parameters() {
        return parameters;
    }

    public boolean repeatsLast() {
        return this == ORDERED || this == IFEVAL;
    }

    /// How many arguments there are at least: the values of [#IFEVAL] depend on its instruction.
    public int leastArguments() {
        return this == IFEVAL ? parameters.size() - 1 : parameters.size();
    }

    /// The parameter that the argument at a position belongs to, if it may have so many.
    public Optional<Parameter> parameter(int position) {
        if (position < parameters.size()) {
            return Optional.of(parameters.get(position));
        }
        return repeatsLast() ? Optional.of(parameters.getLast()) : Optional.empty();
    }

    /// Whether the result is always a whole number that is not negative.
    public boolean countsWhole() {
        return switch (this) {
            case WORDS, PROSE_WORDS, CHARS, SENTENCES, PARAGRAPHS, LINES -> true;
            case BULLETS, NUMBERED_ITEMS, LIST_ITEMS, HEADINGS, TABLES, CODE_BLOCKS -> true;
            case QUOTES, QUESTIONS, CITATIONS, LINKS, LINKS_TO, EXCLAMATIONS -> true;
            case CAPS_WORDS, EMOJIS, COUNT, DISTINCT, NOVEL, LONGEST_COPY -> true;
            case MET_CONSTRAINTS, STATED_CONSTRAINTS -> true;
            default -> false;
        };
    }

    /// The function of a name. Where two share it, the list is given when one is wanted.
    public static Optional<Function> of(String id, Type wanted) {
        List<Function> named = Arrays.stream(values()).filter(f -> f.id.equals(id)).toList();
        return named.stream()
                .filter(f -> f.result == wanted)
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /// A call as people write it, e.g. `near(text, pattern, pattern, n)`.
    public String signature() {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        return id + "(" + String.join(", ", names) + (repeatsLast() ? ", ..." : "") + ")";
    }
}
