package dev.whetstone.core.lf.vote;

/// Why a rule could not tell, as opposed to seeing no difference.
public enum Abstention {
    /// The rule looks at a source text and none is attached.
    MISSING_SOURCE("no source text is attached"),
    /// A text has too few letters to recognise its language.
    UNKNOWN_LANGUAGE("the language could not be recognised"),
    /// A concept has no words yet, or is not defined.
    EMPTY_CONCEPT("a concept has no words yet"),
    /// A slot has no value.
    UNSET_SLOT("a slot has no value"),
    /// A measure has no value: division by 0, no number asked for, no such quantity.
    UNDEFINED("a measure has no value"),
    /// A text is longer than rules look at.
    TOO_LONG("a text is too long"),
    /// A detector has not read a text yet.
    WAITING_FOR_DETECTOR("a detector has not read a text yet"),
    /// A detector does not exist, or has not been trained.
    NO_DETECTOR("there is no such detector, or it is not trained");

    /// Reasons that go away by themselves, without a change to the rule or to the texts.
    static final int PASSING = WAITING_FOR_DETECTOR.bit() | NO_DETECTOR.bit();

    private final String english;

    Abstention(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }

    int bit() {
        return 1 << ordinal();
    }
}
