package dev.whetstone.core.lf.vote;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.detect.TextScores;
import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;

/// Compiles what detectors say of texts. A text that a detector has not read is unknown, never "not
/// of its kind".
final class DetectorCompiler {
    private final TextCompiler texts;
    private final Detectors detectors;

    DetectorCompiler(TextCompiler texts, Detectors detectors) {
        this.texts = texts;
        this.detectors = detectors;
    }

    Code.Measure score(List<Arg> args) {
        Code.Text text = texts.text(args.getFirst());
        var known = detectors.named(((Choice.Detector) args.get(1)).name());
        if (known.isEmpty()) {
            return frame -> {
                frame.report(Abstention.NO_DETECTOR);
                return Double.NaN;
            };
        }
        TextScores scores = known.get();
        return frame -> {
            TextFeatures features = text.in(frame);
            if (features == null) {
                return Double.NaN;
            }
            double score = scores.score(features);
            if (Double.isNaN(score)) {
                frame.report(Abstention.WAITING_FOR_DETECTOR);
            }
            return score;
        };
    }

    Code.Condition detects(List<Arg> args) {
        Code.Measure score = score(args);
        return frame -> {
            double found = score.of(frame);
            return Double.isNaN(found) ? Truth.UNKNOWN : Truth.of(found >= TextScores.THRESHOLD);
        };
    }
}
