package dev.whetstone.services.reward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.store.project.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Predictions of held-out choices as the project keeps them: a short text a choice, since there
/// may be a hundred thousand.
///
/// @param choices each `judgement a b p`
record KeptHeldOut(
        String from, long seed, int folds, Instant measured, double seconds, List<String> choices) {
    /// Ends with the number of this record's format.
    private static final String KEY = "reward.held-out.1";

    private static final ObjectReader READER =
            JsonFiles.mapper()
                    .readerFor(KeptHeldOut.class)
                    .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    static void write(Settings settings, HeldOutChoices held) {
        try {
            settings.put(
                    KEY,
                    JsonFiles.mapper()
                            .writeValueAsString(
                                    new KeptHeldOut(
                                            held.from(),
                                            held.seed(),
                                            held.folds(),
                                            held.measured(),
                                            held.seconds(),
                                            held.choices().stream()
                                                    .map(KeptHeldOut::text)
                                                    .toList())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("predictions can always be written", e);
        }
    }

    private static String text(HeldOutChoices.Predicted choice) {
        return String.format(
                Locale.ROOT,
                "%s %d %d %.9f",
                choice.judgement(),
                choice.a(),
                choice.b(),
                choice.p());
    }

    /// @throws ServiceException `project.damaged` when somebody else wrote there
    static Optional<HeldOutChoices> read(Settings settings) {
        Optional<String> json = settings.get(KEY);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!json.get().startsWith("{")) {
                throw new IllegalArgumentException("predictions are kept as an object");
            }
            KeptHeldOut kept = READER.readValue(json.get());
            return Optional.of(
                    new HeldOutChoices(
                            kept.from(),
                            kept.seed(),
                            kept.folds(),
                            kept.measured(),
                            kept.seconds(),
                            kept.choices().stream()
                                    .map(text -> choice(String.valueOf(text)))
                                    .toList()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ServiceException(
                    "project.damaged",
                    "The reward model's predictions that the project keeps cannot be read.",
                    "Train it again.",
                    e);
        }
    }

    private static HeldOutChoices.Predicted choice(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("a prediction has four parts");
        }
        double p = Double.parseDouble(parts[3]);
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(parts[3] + " is no probability");
        }
        return new HeldOutChoices.Predicted(
                UUID.fromString(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                p);
    }
}
