package dev.whetstone.services.detectors;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.core.detect.ExampleDetector;
import dev.whetstone.core.detect.HeadTrainer;
import dev.whetstone.core.detect.LinearHead;
import dev.whetstone.core.detect.Marked;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.detect.DetectorModel;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detect.TextReader;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import dev.whetstone.store.detect.DetectorMark;
import java.util.List;
import java.util.function.UnaryOperator;

/// Learns a detector from its recipe and the marks.
final class DetectorTrainer {
    private final TextEncoder encoder;
    private final UnaryOperator<String> groups;

    /// @param groups what a text must not be parted from when a detector is measured
    DetectorTrainer(TextEncoder encoder, UnaryOperator<String> groups) {
        this.encoder = encoder;
        this.groups = groups;
    }

    record Trained(DetectorModel model, Accuracy accuracy) {}

    /// @param like examples, with the words of the recipe's word list
    /// @param others texts of the project, for examples that have no contrary
    Trained fromExamples(
            Recipe.Examples recipe,
            List<String> like,
            List<String> others,
            List<DetectorMark> marks) {
        List<String> against = recipe.unlike().isEmpty() ? others : recipe.unlike();
        if (like.isEmpty() || against.isEmpty()) {
            throw new ServiceException(
                    "detector.examples",
                    like.isEmpty()
                            ? "The detector has no examples."
                            : "There is nothing to hold the examples against.",
                    "Add examples, or import replies first.");
        }
        ExampleDetector detector =
                new ExampleDetector(encoder.encode(like), encoder.encode(against));
        Marked marked = embed(marks);
        return new Trained(
                model(detector.head(marked)),
                Accuracy.of(
                        detector.heldOut(marked),
                        marked.is(),
                        ExampleDetector.fits(marked)
                                ? Accuracy.Method.CROSS_VALIDATED
                                : Accuracy.Method.FIXED));
    }

    Trained head(String name, List<DetectorMark> marks) {
        long yes = marks.stream().filter(m -> m.label() == DetectorMark.Label.YES).count();
        if (!HeadTrainer.suffices(marks.size(), (int) yes)) {
            throw new ServiceException(
                    "detector.marks",
                    "#%s has %d marks, %d yes and %d no."
                            .formatted(name, marks.size(), yes, marks.size() - yes),
                    ("A head takes %d or more, %d of each: whetstone detectors mark PROJECT %s"
                                    + " --file FILE")
                            .formatted(HeadTrainer.LEAST_MARKS, HeadTrainer.LEAST_OF_A_SORT, name));
        }
        Marked marked = embed(marks);
        return new Trained(
                model(HeadTrainer.train(marked)),
                Accuracy.of(
                        HeadTrainer.heldOut(marked), marked.is(), Accuracy.Method.CROSS_VALIDATED));
    }

    /// Takes over a classifier and looks how it does on the marks; it learns nothing from them.
    Trained checkpoint(
            Recipe.Checkpoint recipe,
            String content,
            List<DetectorMark> marks,
            TextReader reader,
            Progress progress) {
        DetectorModel model =
                new DetectorModel.Checkpoint(recipe.folder(), recipe.label(), content);
        // without marks, one word says whether the folder can be read at all
        List<String> texts =
                marks.isEmpty() ? List.of("word") : marks.stream().map(DetectorMark::text).toList();
        double[] scores = reader.read(model, texts, progress);
        return new Trained(
                model,
                marks.isEmpty()
                        ? Accuracy.UNMEASURED
                        : Accuracy.of(scores, is(marks), Accuracy.Method.FIXED));
    }

    private DetectorModel model(LinearHead head) {
        return new DetectorModel.OnEmbeddings(encoder.id(), head);
    }

    private Marked embed(List<DetectorMark> marks) {
        float[][] rows =
                marks.isEmpty()
                        ? new float[0][]
                        : encoder.encode(marks.stream().map(DetectorMark::text).toList());
        return new Marked(
                rows, is(marks), marks.stream().map(m -> groups.apply(m.text())).toList());
    }

    private static boolean[] is(List<DetectorMark> marks) {
        boolean[] is = new boolean[marks.size()];
        for (int i = 0; i < is.length; i++) {
            is[i] = marks.get(i).label() == DetectorMark.Label.YES;
        }
        return is;
    }
}
