package dev.whetstone.resources.sample.world;

import java.util.Arrays;

/// What may be true of a reply, beside its length.
public enum Attribute {
    /// Greets the customer by the name in the message.
    GREETING("greeting"),
    THANKS("thanks"),
    APOLOGY("apology"),
    EMPATHY("empathy"),
    /// Gives a claim reference, right or wrong.
    REFERENCE("reference"),
    /// Gives a claim reference that is not the message's.
    WRONG_REFERENCE("wrongReference"),
    /// Answers at least one of the questions asked.
    ANSWER("answer"),
    /// Says that the loss is covered.
    COVERAGE_PROMISE("coveragePromise"),
    /// Says that money will certainly be paid.
    PAYMENT_GUARANTEE("paymentGuarantee"),
    HEDGING("hedging"),
    /// A deadline or a duration with a number.
    DEADLINE("deadline"),
    /// Says what happens or is to be done next.
    NEXT_STEPS("nextSteps"),
    /// The next steps stand in a bulleted or numbered list.
    STEPS_LIST("stepsList"),
    ASKS_DOCUMENT("asksDocument"),
    ASKS_CREDENTIALS("asksCredentials"),
    HOTLINE("hotline"),
    /// Names a sum of money that is not in the message.
    NEW_AMOUNT("newAmount"),
    JARGON("jargon"),
    /// Legal or financial advice.
    ADVICE("advice"),
    EXCLAMATION("exclamation"),
    /// Words in capitals for emphasis.
    CAPITALS("capitals"),
    BLAME("blame"),
    RUDE("rude"),
    CLOSING("closing"),
    /// Says a sentence twice.
    REPETITION("repetition"),
    /// Breaks off in the last sentence.
    UNFINISHED("unfinished");

    private final String wireName;

    Attribute(String wireName) {
        this.wireName = wireName;
    }

    /// The name in resource files and records.
    public String wireName() {
        return wireName;
    }

    /// @throws IllegalArgumentException when there is no such attribute
    public static Attribute fromWireName(String name) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no attribute " + name));
    }
}
