package dev.whetstone.engine.align;

import java.util.Arrays;

/// What a run checks of itself, in the order in which it does.
public enum SelfCheck {
    PROMPT_IS_PREFIX(
            "prompt-is-prefix", "A prompt has the same tokens in training as when it is answered"),
    ONE_BEGIN("one-begin", "A text begins at most once"),
    RESPONSE_ENDS("response-ends", "Every response ends with an end token"),
    PADDING("padding", "Padding does not change a score"),
    PROBE_RELOADED("probe-reloaded", "An adapter that was saved and read back scores the same"),
    START_IS_REFERENCE(
            "start-is-reference", "Before the first step the model scores as its reference does"),
    REFERENCE_UNCHANGED(
            "reference-unchanged", "At the end the reference scores as it did at the start"),
    ADAPTER_RELOADED(
            "adapter-reloaded", "The trained adapter, saved and read back, scores the same"),
    MERGED_EQUALS_ADAPTER(
            "merged-equals-adapter", "Merged into the weights the adapter scores the same"),
    MODEL_RELOADED("model-reloaded", "The written model, read back, scores the same");

    private final String id;
    private final String words;

    SelfCheck(String id, String words) {
        this.id = id;
        this.words = words;
    }

    public String id() {
        return id;
    }

    /// What holds when it passes, in plain words.
    public String words() {
        return words;
    }

    /// @param difference what was found; 0 is perfect
    /// @param limit largest difference that passes
    public SelfTest found(double difference, double limit) {
        return new SelfTest(id, difference, limit);
    }

    /// The words of a check by its name; the name itself for one of another version.
    static String words(String id) {
        return Arrays.stream(values())
                .filter(check -> check.id.equals(id))
                .map(SelfCheck::words)
                .findFirst()
                .orElse(id);
    }
}
