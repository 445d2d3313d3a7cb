package dev.whetstone.services.detectors;

import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.detect.DetectorModel;
import dev.whetstone.services.detect.TextReader;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.reward.SentenceEncoder;
import java.util.List;

/// Reads texts by the bundled sentence encoder, or by a classifier in the worker.
public final class EncoderReader implements TextReader {
    private final SentenceEncoder encoder;
    private final CheckpointReader checkpoints;

    public EncoderReader(SentenceEncoder encoder, CheckpointReader checkpoints) {
        this.encoder = encoder;
        this.checkpoints = checkpoints;
    }

    @Override
    public double[] read(DetectorModel model, List<String> texts, Progress progress) {
        return switch (model) {
            case DetectorModel.Untrained _ ->
                    throw new ServiceException(
                            "detector.untrained",
                            "The detector has not been trained.",
                            "Train it with: whetstone detectors train PROJECT NAME");
            case DetectorModel.OnEmbeddings on -> embedded(on, texts, progress);
            case DetectorModel.Checkpoint checkpoint ->
                    checkpoints.read(checkpoint, texts, progress);
        };
    }

    private double[] embedded(
            DetectorModel.OnEmbeddings model, List<String> texts, Progress progress) {
        TextEncoder own = encoder.with(progress);
        if (!own.id().equals(model.encoder()) || own.dimensions() != model.head().dimensions()) {
            throw new ServiceException(
                    "detector.encoder",
                    "The detector was trained on "
                            + model.encoder()
                            + " and this program has "
                            + own.id()
                            + ".",
                    "Train it again with: whetstone detectors train PROJECT NAME");
        }
        float[][] rows = own.encode(texts);
        double[] scores = new double[rows.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = model.head().score(rows[i]);
        }
        return scores;
    }
}
