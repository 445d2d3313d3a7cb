package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Sampling WARM = new Sampling(1.1, 0.95, 60, 0.01, 1.05, 40, 7);

    @SuppressWarnings("NullAway.Init")
    private static Policy policy;

    @BeforeAll
    static void load() {
        policy =
                Policy.load(
                        ModelRef.of(Golden.folder().resolve("checkpoints/llama")),
                        Cases.ONE_THREAD);
    }

    @AfterAll
    static void close() {
        policy.close();
    }

    @Test
    void aSampleDependsOnSeedPromptAndNumberAlone() {
        GenerationRequest mate = new GenerationRequest("mate", new int[] {466, 5, 6, 7, 8, 9, 10});
        GenerationRequest one = new GenerationRequest("one", new int[] {466, 54, 71});
        List<int[]> together = only(generate(List.of(mate, one), WARM, 3), "one");
        List<int[]> alone = only(generate(List.of(one), WARM, 2), "one");
        assertThat(alone.get(0)).isEqualTo(together.get(0));
        assertThat(alone.get(1)).isEqualTo(together.get(1));
        assertThat(together.get(0)).isNotEqualTo(together.get(1));
        GenerationRequest renamed = new GenerationRequest("other", one.ids());
        assertThat(only(generate(List.of(renamed), WARM, 1), "other").getFirst())
                .isNotEqualTo(alone.getFirst());
    }

    @Test
    void handsResponsesOverInTheOrderOfTheRequests() {
        int batch = policy.promptsPerBatch(24);
        List<GenerationRequest> requests =
                IntStream.range(0, batch + 2)
                        .mapToObj(i -> new GenerationRequest("p" + i, new int[] {466, i + 1}))
                        .toList();
        Map<String, List<int[]>> all = generate(requests, WARM.withSeed(3), 24);
        assertThat(all.keySet())
                .containsExactlyElementsOf(
                        requests.stream().map(GenerationRequest::promptId).toList());
        Map<String, List<int[]>> rest =
                generate(requests.subList(batch, batch + 2), WARM.withSeed(3), 24);
        for (String id : rest.keySet()) {
            assertThat(rest.get(id)).usingRecursiveComparison().isEqualTo(all.get(id));
        }
    }

    @Test
    void stopsAtThePositionLimitUnfinished() {
        int[] prompt = new int[126];
        java.util.Arrays.fill(prompt, 30);
        List<Generation> found = new ArrayList<>();
        policy.generate(
                List.of(new GenerationRequest("long", prompt)),
                new Sampling(1, 1, 0, 0, 1, 50, 11),
                4,
                (request, samples) -> found.addAll(samples),
                RunControl.NONE);
        assertThat(found)
                .allSatisfy(sample -> assertThat(sample.ids().length).isLessThanOrEqualTo(2));
        assertThat(found.stream().filter(sample -> sample.ids().length == 2))
                .allSatisfy(
                        sample -> assertThat(sample.finished()).isEqualTo(sample.ids()[1] == 468));
    }

    @Test
    void endsBetweenTokensWhenAsked() {
        RunControl ending =
                new RunControl() {
                    private int calls;

                    @Override
                    public Signal atSafePoint() {
                        return ++calls > 5 ? Signal.END : Signal.GO_ON;
                    }

                    @Override
                    public void progress(
                            String stage, long done, long total, Map<String, Double> metrics) {}
                };
        assertThatThrownBy(
                        () ->
                                policy.generate(
                                        List.of(new GenerationRequest("p", new int[] {466, 1})),
                                        WARM,
                                        2,
                                        (request, samples) -> {},
                                        ending))
                .isInstanceOf(RunCancelled.class);
    }

    @Test
    void refusesIdsThatTheModelLacks() {
        assertThatThrownBy(() -> policy.logits(new int[] {480}))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("token id 480");
    }

    private static List<int[]> only(Map<String, List<int[]>> all, String id) {
        return Objects.requireNonNull(all.get(id));
    }

    private static Map<String, List<int[]>> generate(
            List<GenerationRequest> requests, Sampling sampling, int samples) {
        Map<String, List<int[]>> result = new LinkedHashMap<>();
        policy.generate(
                requests,
                sampling,
                samples,
                (request, found) ->
                        result.put(
                                request.promptId(), found.stream().map(Generation::ids).toList()),
                RunControl.NONE);
        return result;
    }
}
