package dev.whetstone.services.align;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.reward.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignLoopTest {
    private static final UUID RULE = new UUID(1, 2);

    /// How often the runtime is called: for the start, the iterations and the control.
    private static int calls(int iterations) {
        return 1 + iterations * 5 + 2;
    }

    @TempDir Path folder;

    private static int goods(String text) {
        return text.split(" good", -1).length - 1;
    }

    private static final class GoodScorer implements LoopScorer {
        @Override
        public int version() {
            return 3;
        }

        @Override
        public List<Score> score(List<PromptedText> texts, Progress progress) {
            return texts.stream().map(t -> new Score(goods(t.response()), .1)).toList();
        }
    }

    private static final class GoodRules implements LoopRules {
        @Override
        public double lean(LoopPrompt prompt, String a, String b) {
            return goods(a) - goods(b);
        }

        @Override
        public List<Outcome> outcomes(LoopPrompt prompt, String response) {
            return List.of(
                    new Outcome(
                            RULE,
                            "good(X) when count(X, \"good\") >= 3",
                            "better with three goods",
                            1.5,
                            goods(response) >= 3 ? 1 : -1));
        }

        @Override
        public List<Vote> supporting(LoopPrompt prompt, String chosen, String rejected) {
            return lean(prompt, chosen, rejected) > 0 ? List.of(new Vote(RULE, 1.5)) : List.of();
        }

        @Override
        public List<Lineage.Cause> causes(UUID rule) {
            return List.of(new Lineage.Cause("judgement", "j-1", "not kind"));
        }
    }

    private static AlignSettings settings(int iterations) {
        return new AlignSettings(
                "starter",
                "project",
                "",
                iterations,
                20,
                15,
                5,
                new Pairing(PairChoice.BEST_WORST, .05, .9, 9, Pairing.CutOff.LEAVE_OUT),
                new Sampling(1, 1, 0, 0, 1, 40, 1),
                new Sampling(.7, .9, 0, 0, 1, 40, 1),
                new DpoSettings(
                        LossSettings.of(LossType.SIGMOID),
                        new LoraSettings(8, 16, List.of()),
                        1e-3,
                        "constant",
                        0,
                        1,
                        8,
                        512,
                        1,
                        0,
                        10,
                        1),
                Device.CPU,
                AlignSettings.Controls.RANDOM_PAIRS,
                17);
    }

    private static LoopPrompt prompt(String kind, int i) {
        return new LoopPrompt(
                kind + "-" + i, List.of(new Message(Role.USER, "message " + kind + " " + i)));
    }

    private AlignReport run(String name, int iterations, FakeRuntime runtime)
            throws InterruptedException {
        RunFolder run = new RunFolder(folder.resolve(name));
        if (!Files.exists(run.prompts())) {
            JsonFiles.writeLines(
                    run.prompts(),
                    IntStream.range(0, 60).mapToObj(i -> prompt("loop", i).row()).toList());
            JsonFiles.writeLines(
                    run.evaluation(),
                    IntStream.range(0, 15).mapToObj(i -> prompt("held-out", i).row()).toList());
        }
        AlignSettings settings = settings(iterations);
        Stages stages = new Stages(runtime, new GoodScorer(), new GoodRules(), settings);
        return new AlignLoop(
                        run,
                        settings,
                        Path.of("base"),
                        stages,
                        new Evaluation(runtime, stages, new GoodRules(), settings),
                        new AlignLoop.Observer() {
                            @Override
                            public void stage(int iteration, Stage stage) {}

                            @Override
                            public void finished(IterationReport report) {}
                        })
                .run(new NoProgress());
    }

    /// Every file's text, timings apart.
    private Map<String, String> files(String name) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString();
                if (!path.endsWith("seconds.json")) {
                    texts.put(
                            path,
                            Files.readString(file)
                                    .replaceAll("\"seconds\" : [0-9.E-]+", "")
                                    .replace(name, "RUN"));
                }
            }
        }
        return texts;
    }

    @Test
    void repliesAreMeasuredAsTheyAreSentAndPairsAreMadeOfVariedOnes() throws Exception {
        FakeRuntime runtime = new FakeRuntime(-1);
        run("sampling", 2, runtime);

        for (Job job : runtime.jobs()) {
            if (job instanceof Job.Generate generate) {
                boolean measured =
                        generate.prompts().getFileName().toString().startsWith("evaluation");
                assertThat(generate.sampling().temperature()).isEqualTo(measured ? .7 : 1);
                assertThat(generate.sampling().topP()).isEqualTo(measured ? .9 : 1);
            }
        }
    }

    @Test
    void threeIterationsImproveOnHeldOutPromptsAndSayWhatItCost() throws Exception {
        FakeRuntime runtime = new FakeRuntime(-1);
        AlignReport report = run("whole", 3, runtime);

        assertThat(runtime.jobs()).hasSize(calls(3));
        assertThat(report.iterations()).hasSize(3);
        List<Double> satisfaction = new ArrayList<>();
        satisfaction.add(report.start().ruleSatisfaction().value());
        report.iterations().forEach(i -> satisfaction.add(i.ruleSatisfaction().value()));
        assertThat(satisfaction).isSorted();
        IterationReport last = report.iterations().getLast();
        assertThat(last.winRate().value()).isGreaterThan(.7);
        assertThat(last.klToBase()).isPositive();
        assertThat(last.rewardsAccuracies()).isEqualTo(.8);
        int dropped = last.dropped().values().stream().mapToInt(n -> n).sum();
        assertThat(last.pairs() + dropped).isEqualTo(20);
        assertThat(report.controls())
                .extracting(ControlReport::name)
                .containsExactly("best-of-5", "random-pairs");
        assertThat(report.controls().getLast().winRate().value())
                .isLessThan(last.winRate().value());
        assertThat(report.words()).anyMatch(w -> w.startsWith("The reward model prefers"));
    }

    @Test
    void everyIterationUsesNewPromptsAndThePolicyBeforeIt() throws Exception {
        FakeRuntime runtime = new FakeRuntime(-1);
        run("whole", 3, runtime);

        Set<String> seen = new HashSet<>();
        List<Integer> adapters = new ArrayList<>();
        for (Job job : runtime.jobs()) {
            if (job instanceof Job.Generate generate
                    && generate.prompts().getFileName().toString().equals("prompts.jsonl")) {
                for (JsonNode row : JsonFiles.readLines(generate.prompts())) {
                    assertThat(seen.add(row.path("id").asText())).isTrue();
                }
                adapters.add(generate.model().adapters().size());
            }
        }
        assertThat(seen).hasSize(60);
        assertThat(adapters).containsExactly(0, 1, 2);
    }

    @Test
    void everyPairNamesWhatCausedIt() throws Exception {
        run("whole", 2, new FakeRuntime(-1));
        List<JsonNode> pairs = JsonFiles.readLines(folder.resolve("whole/iteration-2/pairs.jsonl"));
        assertThat(pairs)
                .isNotEmpty()
                .allSatisfy(
                        pair -> {
                            double margin =
                                    pair.path("score_chosen").asDouble()
                                            - pair.path("score_rejected").asDouble();
                            assertThat(pair.path("p").asDouble())
                                    .isEqualTo(1 / (1 + Math.exp(-margin)));
                            JsonNode lineage = pair.path("lineage");
                            assertThat(lineage.path("reward_version").asInt()).isEqualTo(3);
                            assertThat(lineage.at("/rules/0/rule").asText())
                                    .isEqualTo(RULE.toString());
                            assertThat(lineage.at("/rules/0/judgements/0").asText())
                                    .isEqualTo("j-1");
                        });
    }

    @Test
    void aRunThatIsKilledAnywhereEndsTheSame() throws Exception {
        run("whole", 2, new FakeRuntime(-1));
        Map<String, String> expected = files("whole");
        for (int call = 1; call <= calls(2); call++) {
            String name = "killed" + call;
            try {
                run(name, 2, new FakeRuntime(call));
                throw new AssertionError("was not killed at call " + call);
            } catch (FakeRuntime.Killed e) {
                run(name, 2, new FakeRuntime(-1));
            }
            assertThat(files(name)).isEqualTo(expected);
        }
    }
}
