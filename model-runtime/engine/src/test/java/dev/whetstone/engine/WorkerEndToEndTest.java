package dev.whetstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.runtime.model.SftSettings;
import dev.whetstone.runtime.worker.Outcome;
import dev.whetstone.runtime.worker.ProgressListener;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.runtime.worker.WorkerProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real worker process with the real engine, from files to files.
@Timeout(180)
class WorkerEndToEndTest {
    private static final Device ONE = new Device("cpu", 1, DType.FP32);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private WorkerProcess worker;
    @TempDir Path folder;

    @BeforeEach
    void startWorker() {
        var classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList();
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var cache =
                Path.of(
                        System.getProperty(
                                "ENGINE_CACHE_DIR", System.getProperty("user.home") + "/.djl.ai"));
        worker =
                new WorkerProcess(
                        WorkerLaunch.engine(java, classPath, 512, cache, folder.resolve("log")),
                        executor);
    }

    @AfterEach
    void stopWorker() {
        worker.close();
        executor.close();
    }

    @Test
    void generatesTrainsScoresAndMerges() throws Exception {
        var model = ModelRef.of(TestModel.chat(folder.resolve("model")));
        var sockets = ConcurrentHashMap.<String>newKeySet();
        ProgressListener watch = progress -> sockets.addAll(sockets());

        var responses = folder.resolve("responses.jsonl");
        var generated =
                done(
                        new Job.Generate(
                                model,
                                Files.writeString(
                                        folder.resolve("prompts.jsonl"),
                                        "{\"id\":\"a\",\"prompt\":\"Hello\"}\n"
                                                + "{\"id\":\"b\",\"prompt\":\"Bye\"}\n"),
                                responses,
                                3,
                                new Sampling(0.8, 0.95, 0, 0, 1, 8, 1),
                                ONE),
                        watch);
        assertThat(generated.path("responses").asInt()).isEqualTo(6);
        assertThat(Files.readAllLines(responses)).hasSize(2);

        var trained = done(training(model, folder.resolve("run")), watch);
        // B = 0 at the start: the loss is ln 2 and nothing is preferred yet
        assertThat(trained.path("first").path("loss").asDouble())
                .isCloseTo(Math.log(2), within(1e-6));
        assertThat(trained.path("last").path("loss").asDouble()).isLessThan(0.6);
        assertThat(trained.path("self_tests")).isNotEmpty();
        for (var test : trained.path("self_tests")) {
            assertThat(test.path("passed").asBoolean()).as(test.toString()).isTrue();
        }
        var adapter = folder.resolve("run/adapter");
        assertThat(PeftAdapter.open(adapter).modules()).hasSize(14);

        var merged = folder.resolve("merged");
        var merging =
                done(new Job.Merge(new ModelRef(model.folder(), List.of(adapter)), merged), watch);
        assertThat(merging.path("largest_logit_difference").asDouble()).isLessThan(1e-4);
        var before = logProb(model, "before");
        var after = logProb(ModelRef.of(merged), "after");
        var adapted = logProb(new ModelRef(model.folder(), List.of(adapter)), "adapted");
        assertThat(after).isGreaterThan(before + 0.5).isCloseTo(adapted, within(1e-3));
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "no /proc here");
        assertThat(sockets).as("sockets that the worker held").isEmpty();
    }

    @Test
    void killedInTheMiddleOfATrainingItResumesToTheSameAdapter() throws Exception {
        var model = ModelRef.of(TestModel.chat(folder.resolve("model")));
        done(training(model, folder.resolve("whole")), ProgressListener.NONE);

        var trains = new CountDownLatch(1);
        var running =
                worker.submit(
                        training(model, folder.resolve("cut")),
                        progress -> {
                            if (progress.stage().equals("train") && progress.done() >= 4) {
                                trains.countDown();
                            }
                        });
        assertThat(trains.await(120, TimeUnit.SECONDS)).isTrue();
        ProcessHandle.of(worker.pid().orElseThrow()).orElseThrow().destroyForcibly();
        assertThat(running.await()).isInstanceOf(Outcome.Died.class);
        done(training(model, folder.resolve("cut")), ProgressListener.NONE);

        assertThat(folder.resolve("cut/adapter/adapter_model.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("whole/adapter/adapter_model.safetensors"));
    }

    @Test
    void trainsAStarterThatOtherJobsCanUse() throws Exception {
        var corpus = new StringBuilder();
        for (var i = 0; i < 40; i++) {
            corpus.append(
                    """
                    {"messages":[{"role":"user","content":"Claim %d?"},{"role":"assistant","content":"It was paid."}]}
                    """
                            .formatted(i));
        }
        var out = folder.resolve("starter");
        var result =
                done(
                        new Job.TrainStarter(
                                Files.writeString(folder.resolve("corpus.jsonl"), corpus),
                                out,
                                TestModel.CHAT.replace("{{ bos_token }}", ""),
                                new SftSettings(
                                        32, 1, 2, 1, 64, 320, 64, 0.02, 2, 60, 256, 0.01, 1.0, 50,
                                        7),
                                ONE),
                        ProgressListener.NONE);
        assertThat(result.path("last_loss").asDouble())
                .isLessThan(result.path("first_loss").asDouble() / 4);
        for (var name :
                List.of(
                        "config.json",
                        "generation_config.json",
                        "model.safetensors",
                        "tokenizer.json",
                        "tokenizer_config.json",
                        "chat_template.jinja")) {
            assertThat(out.resolve(name)).isRegularFile();
        }
        var inspected = done(new Job.Inspect(out), ProgressListener.NONE);
        assertThat(inspected.path("supported").asBoolean()).as(inspected.toString()).isTrue();
        var responses = folder.resolve("responses.jsonl");
        done(
                new Job.Generate(
                        ModelRef.of(out),
                        Files.writeString(
                                folder.resolve("p.jsonl"),
                                "{\"id\":\"a\",\"prompt\":\"Claim 3?\"}\n"),
                        responses,
                        1,
                        new Sampling(0, 1, 0, 0, 1, 12, 1),
                        ONE),
                ProgressListener.NONE);
        assertThat(Files.readString(responses))
                .contains("\"text\":\"It was paid.\"")
                .contains("\"finished\":true");
    }

    @Test
    void aBrokenModelIsAFailureWithItsFieldAndTheWorkerLivesOn() throws Exception {
        var model = TestModel.chat(folder.resolve("model"));
        Files.writeString(model.resolve("config.json"), "{\"model_type\": \"mystery\"}");
        var outcome =
                worker.submit(
                                training(ModelRef.of(model), folder.resolve("run")),
                                ProgressListener.NONE)
                        .await();
        assertThat(outcome)
                .asInstanceOf(type(Outcome.Failed.class))
                .satisfies(
                        failed -> {
                            assertThat(failed.code()).isEqualTo("model.config");
                            assertThat(failed.message()).contains("model_type", "mystery");
                        });
        assertThat(worker.submit(new Job.Inspect(model), ProgressListener.NONE).await())
                .isInstanceOf(Outcome.Done.class);
    }

    private JsonNode done(Job job, ProgressListener listener) throws InterruptedException {
        var outcome = worker.submit(job, listener).await();
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).value();
    }

    private Job.TrainDpo training(ModelRef model, Path out) throws IOException {
        var pairs = folder.resolve("pairs.jsonl");
        var lines = new StringBuilder();
        for (var i = 0; i < 4; i++) {
            lines.append(
                    """
                    {"prompt":"Question %d","chosen":"Yes, of course.","rejected":"No.","p":0.95}
                    """
                            .formatted(i));
        }
        Files.writeString(pairs, lines);
        return new Job.TrainDpo(
                model,
                pairs,
                out,
                new DpoSettings(
                        LossSettings.of(LossType.SIGMOID),
                        new LoraSettings(4, 8, List.of()),
                        0.01,
                        "constant",
                        0,
                        5,
                        2,
                        128,
                        1.0,
                        0,
                        3,
                        11),
                ONE);
    }

    private double logProb(ModelRef model, String name) throws Exception {
        var out = folder.resolve(name + ".jsonl");
        done(
                new Job.LogProbs(
                        model,
                        Files.writeString(
                                folder.resolve("rows.jsonl"),
                                "{\"id\":\"a\",\"prompt\":\"Question 1\",\"completion\":\"Yes, of course.\"}\n"),
                        out,
                        ONE),
                ProgressListener.NONE);
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(Files.readString(out))
                .path("logprob")
                .asDouble();
    }

    /// Files that the worker holds which are sockets, as the kernel lists them.
    private Set<String> sockets() {
        var fd = Path.of("/proc/" + worker.pid().orElse(0L) + "/fd");
        if (!Files.isDirectory(fd)) {
            return Set.of();
        }
        try (var files = Files.list(fd)) {
            return files.map(WorkerEndToEndTest::target)
                    .filter(target -> target.startsWith("socket:"))
                    .collect(Collectors.toSet());
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // closed since it was listed
            return "";
        }
    }
}
