package dev.whetstone.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateJobTest {
    private static final Device ONE = new Device("cpu", 1, DType.FP32);
    private static final int SAMPLES = 48;
    private static final int PROMPTS = 10;
    @TempDir Path folder;
    private Path model;

    @BeforeEach
    void makeModel() throws IOException {
        model = TestModel.chat(folder.resolve("model"));
        var prompts = new StringBuilder();
        for (var i = 0; i < PROMPTS; i++) {
            prompts.append("{\"id\": \"p%d\", \"prompt\": \"Word %d\"}\n".formatted(i, i));
        }
        Files.writeString(folder.resolve("prompts.jsonl"), prompts);
    }

    @Test
    void writesAllSamplesOfEachPromptInOrder() throws IOException {
        var job = job("out.jsonl");
        var result = new GenerateJob().run(job, RunControl.NONE);
        var lines = JsonLines.read(job.out());
        assertThat(lines)
                .extracting(line -> line.text("id"))
                .containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9");
        var texts = new HashSet<String>();
        for (var line : lines) {
            assertThat(line.field("responses")).hasSize(SAMPLES);
            line.field("responses").forEach(r -> texts.add(r.path("text").asText()));
        }
        assertThat(texts).as("samples differ").hasSizeGreaterThan(SAMPLES);
        assertThat(result.path("responses").asInt()).isEqualTo(PROMPTS * SAMPLES);
        assertThat(result.path("tokens").asInt())
                .isBetween(PROMPTS * SAMPLES, PROMPTS * SAMPLES * 6);
        assertThat(Files.exists(OutputFile.partialOf(job.out()))).isFalse();
    }

    @Test
    void cutOffAndResumedItGivesTheSameFile() throws IOException {
        var whole = job("whole.jsonl");
        new GenerateJob().run(whole, RunControl.NONE);
        var cut = job("cut.jsonl");
        assertThatThrownBy(() -> new GenerateJob().run(cut, new EndsAfter(6)))
                .isInstanceOf(RunCancelled.class);
        var partial = OutputFile.partialOf(cut.out());
        assertThat(Files.readAllLines(partial)).isNotEmpty().hasSizeLessThan(PROMPTS);
        Files.writeString(partial, Files.readString(partial) + "{\"id\": \"torn");
        var resumed = new GenerateJob().run(cut, RunControl.NONE);

        assertThat(cut.out()).hasSameTextualContentAs(whole.out());
        assertThat(resumed.path("responses").asInt()).isEqualTo(PROMPTS * SAMPLES);
    }

    @Test
    void anotherJobsPartialFileIsNotTakenOver() throws IOException {
        var cut = job("out.jsonl");
        assertThatThrownBy(() -> new GenerateJob().run(cut, new EndsAfter(6)))
                .isInstanceOf(RunCancelled.class);
        var other =
                new Job.Generate(
                        cut.model(),
                        cut.prompts(),
                        cut.out(),
                        SAMPLES,
                        cut.sampling().withSeed(99),
                        ONE);
        new GenerateJob().run(other, RunControl.NONE);
        var fresh = job("fresh.jsonl");
        new GenerateJob()
                .run(
                        new Job.Generate(
                                cut.model(),
                                cut.prompts(),
                                fresh.out(),
                                SAMPLES,
                                cut.sampling().withSeed(99),
                                ONE),
                        RunControl.NONE);
        assertThat(other.out()).hasSameTextualContentAs(fresh.out());
    }

    @Test
    void badInputNamesFileLineAndField() throws IOException {
        var job = job("out.jsonl");
        Files.writeString(job.prompts(), "{\"id\": \"a\", \"prompt\": \"x\"}\n{\"id\": \"b\"}\n");
        assertThatThrownBy(() -> new GenerateJob().run(job, RunControl.NONE))
                .asInstanceOf(type(RuntimeFailure.class))
                .satisfies(
                        failure -> {
                            assertThat(failure.code()).isEqualTo("input.field");
                            assertThat(failure)
                                    .hasMessageContaining("prompts.jsonl, line 2, field prompt");
                        });
        Files.writeString(job.prompts(), "{\"id\": \"a\", \"prompt\": \"x\"}\n{\n");
        assertThatThrownBy(() -> new GenerateJob().run(job, RunControl.NONE))
                .hasMessageContaining("prompts.jsonl, line 2");
    }

    private Job.Generate job(String out) {
        return new Job.Generate(
                ModelRef.of(model),
                folder.resolve("prompts.jsonl"),
                folder.resolve(out),
                SAMPLES,
                new Sampling(0.8, 0.95, 0, 0, 1, 6, 1),
                ONE);
    }

    /// Ends a run once some units are finished.
    private record EndsAfter(long units, AtomicLong done) implements RunControl {
        EndsAfter(long units) {
            this(units, new AtomicLong());
        }

        @Override
        public Signal atSafePoint() {
            return done.get() >= units ? Signal.END : Signal.GO_ON;
        }

        @Override
        public void progress(String stage, long at, long total, Map<String, Double> metrics) {
            done.set(at);
        }
    }
}
