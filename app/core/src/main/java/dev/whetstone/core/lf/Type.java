package dev.whetstone.core.lf;

/// Types of terms and of arguments in the rule language.
public enum Type {
    TEXT("a text (P, X, Y, S)"),
    TEXT_LIST("a list of texts, such as sentences_of(X)"),
    NUM("a number"),
    COUNT("a whole number from 1 to 1000"),
    BOOL("a condition"),
    LANG("a language, such as language(X) or en"),
    PATTERN("a pattern, such as \"words\", /regex/ or @concept"),
    ENTITY("a kind of value, such as number or date"),
    REQUEST("something that a prompt can ask for, such as bullets or json"),
    TONE("a tone, such as polite or rude"),
    UNIT("a unit, such as days or mg"),
    COUNTED("what is counted: items, words, sentences or paragraphs"),
    INSTRUCTION("an instruction of IFEval, such as number_words or no_comma"),
    DETECTOR("a detector, such as #polite");

    private final String english;

    Type(String english) {
        this.english = english;
    }

    /// A phrase for messages, with examples.
    public String english() {
        return english;
    }
}
