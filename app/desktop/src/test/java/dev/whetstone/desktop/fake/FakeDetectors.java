package dev.whetstone.desktop.fake;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.Mark;
import dev.whetstone.services.detectors.ReadReport;
import dev.whetstone.services.detectors.Waiting;
import dev.whetstone.services.job.JobHandle;
import java.nio.file.Path;
import java.util.List;

/// A project without detectors.
final class FakeDetectors implements Detectors {
    @Override
    public List<DetectorRow> list() {
        return List.of();
    }

    @Override
    public DetectorRow show(String name) {
        throw new AssertionError("there is no detector");
    }

    @Override
    public DetectorRow add(String name, Recipe recipe, String author) {
        throw new AssertionError("no screen makes detectors");
    }

    @Override
    public int mark(String name, List<Mark> marks, String author) {
        throw new AssertionError("there is no detector");
    }

    @Override
    public int markFile(String name, Path file, String author) {
        throw new AssertionError("there is no detector");
    }

    @Override
    public int markWhen(String name, String condition, int most, String author) {
        throw new AssertionError("there is no detector");
    }

    @Override
    public List<String> sample(String name, int count, long seed) {
        return List.of();
    }

    @Override
    public JobHandle<DetectorRow> train(String name, String author) {
        throw new AssertionError("there is no detector");
    }

    @Override
    public JobHandle<Accuracy> test(String name, Path file) {
        throw new AssertionError("there is no detector");
    }

    @Override
    public JobHandle<ReadReport> run(List<String> names) {
        return FakeJob.done("Let detectors read", new ReadReport(0, 0, 0));
    }

    @Override
    public void remove(String name, String author) {
        throw new AssertionError("there is no detector");
    }

    @Override
    public List<Waiting> waiting() {
        return List.of();
    }

    @Override
    public void exportTo(String name, Path file) {
        throw new AssertionError("there is no detector");
    }

    @Override
    public DetectorRow importFrom(Path file, String author) {
        throw new AssertionError("no screen takes detectors over");
    }
}
