package dev.whetstone.services.curve;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.whetstone.core.reward.curve.Curve;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.project.Settings;
import java.time.Instant;
import java.util.Optional;

/// A curve as the project keeps it, with the fingerprint of what it was measured on.
///
/// @param from hash of pairs, rules and judgements
record KeptCurve(
        Curve curve,
        int judged,
        int used,
        CurveReport.RuleCount rules,
        long seed,
        Instant measured,
        double seconds,
        String from) {
    /// Ends with the number of this record's format.
    private static final String KEY = "reward.curve.1";

    static void write(Settings settings, CurveReport report, ContentHash from) {
        try {
            settings.put(
                    KEY,
                    JsonFiles.mapper()
                            .writeValueAsString(
                                    new KeptCurve(
                                            report.curve(),
                                            report.judged(),
                                            report.used(),
                                            report.rules(),
                                            report.seed(),
                                            report.measured(),
                                            report.seconds(),
                                            from.hex())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a curve can always be written", e);
        }
    }

    /// @throws ServiceException `project.damaged` when somebody else wrote there
    static Optional<KeptCurve> read(Settings settings) {
        Optional<String> json = settings.get(KEY);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonFiles.mapper().readValue(json.get(), KeptCurve.class));
        } catch (JsonProcessingException e) {
            throw new ServiceException(
                    "project.damaged",
                    "The learning curve that the project keeps cannot be read.",
                    "",
                    e);
        }
    }

    CurveReport report(ContentHash now) {
        return new CurveReport(
                curve, judged, used, rules, seed, measured, seconds, !from.equals(now.hex()));
    }
}
