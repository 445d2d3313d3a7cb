package dev.whetstone.resources.sample.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// What a prompt may be used for. The text alone decides, once and for all: messages that differ in
/// digits or white space only fall together.
public enum Split {
    /// Trains the starter policy.
    TRAINING,
    /// Judged by the expert, and answered in the loop's iterations.
    LOOP,
    /// Used for reports only.
    EVALUATION;

    private static final int TRAINING_PERCENT = 70;
    private static final int LOOP_PERCENT = 20;

    public static Split of(String message) {
        String skeleton =
                message.toLowerCase(Locale.ROOT).replaceAll("[0-9]", "").replaceAll("\\s+", " ");
        byte[] hash = sha256(skeleton);
        int percent = (((hash[0] & 0xFF) << 8) | (hash[1] & 0xFF)) % 100;
        if (percent < TRAINING_PERCENT) {
            return TRAINING;
        }
        return percent < TRAINING_PERCENT + LOOP_PERCENT ? LOOP : EVALUATION;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
