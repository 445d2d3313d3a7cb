package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.AdapterTarget;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.lora.PeftWriter;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.GenerationRequest;
import dev.whetstone.engine.policy.Sampler;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.weights.StoredTensor;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What a DPO run checks of its adapter, and the divergence from its base.
final class DpoSelfTests {
    private static final int PAIRS = 8;
    private static final int ANSWER_TOKENS = 128;

    private final Decoder decoder;
    private final ModelRef model;
    private final List<AdapterModule> modules;
    private final List<Tensor> adapter;
    private final List<TokenPair> pairs;

    DpoSelfTests(
            Decoder decoder,
            ModelRef model,
            List<AdapterModule> modules,
            List<Tensor> adapter,
            List<TokenPair> pairs) {
        this.decoder = decoder;
        this.model = model;
        this.modules = modules;
        this.adapter = adapter;
        this.pairs = pairs;
    }

    /// Scores rows together: a log-probability for each token of each completion.
    @FunctionalInterface
    interface RowScores {
        List<float[]> of(List<Completion> rows);
    }

    /// Mean of log pi - log pi_base over a response to each of the first prompts, sampled from pi
    /// at temperature 1.
    double divergence(Forward policy, Forward base, long seed) {
        List<GenerationRequest> requests =
                pairs.stream()
                        .limit(PAIRS)
                        .map(pair -> new GenerationRequest(pair.id(), pair.prompt()))
                        .filter(r -> r.ids().length < policy.config().maxPositions())
                        .toList();
        if (requests.isEmpty()) {
            return 0;
        }
        Sampling plain = new Sampling(1, 1, 0, 0, 1, ANSWER_TOKENS, seed);
        List<Completion> answers =
                new Sampler(policy, plain, RunControl.NONE).answers(decoder.scope(), requests);
        double[] ours = References.sums(policy, decoder.scope(), answers, RunControl.NONE);
        double[] theirs = References.sums(base, decoder.scope(), answers, RunControl.NONE);
        double sum = 0;
        for (int i = 0; i < ours.length; i++) {
            sum += ours[i] - theirs[i];
        }
        return sum / ours.length;
    }

    /// A row's scores alone and beside the longest row.
    SelfTest padding(RowScores policy) {
        Completion shortest =
                rows().stream().min(Comparator.comparingInt(Completion::length)).orElseThrow();
        Completion longest =
                rows().stream().max(Comparator.comparingInt(Completion::length)).orElseThrow();
        float[] alone = policy.of(List.of(shortest)).getFirst();
        float[] beside = policy.of(List.of(shortest, longest)).getFirst();
        return SelfCheck.PADDING.found(
                largest(List.of(alone), List.of(beside)), decoder.exact() ? 1e-3 : 0.25);
    }

    void write(Path folder) {
        List<StoredTensor> tensors = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            AdapterModule module = modules.get(i);
            tensors.add(whole(adapter.get(2 * i), PeftAdapter.nameOfA(module)));
            tensors.add(whole(adapter.get(2 * i + 1), PeftAdapter.nameOfB(module)));
        }
        try {
            PeftWriter.write(
                    folder,
                    AdapterTarget.of(model.folder().toString(), decoder.config()),
                    modules,
                    tensors);
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "adapter.write", folder + ": cannot be written: " + e.getMessage(), "", e);
        }
    }

    /// Scores of the adapter as read back, and of the weights with it merged. Uses up the decoder:
    /// afterwards its weights are the merged ones.
    ///
    /// @param folder holds the adapter
    List<SelfTest> reloadedAndMerged(Forward policy, Path folder) {
        List<float[]> trained = firstScores(of(policy));
        PeftAdapter written = PeftAdapter.open(folder);
        Forward reloaded =
                decoder.forward(written.modules(), decoder.read(written, decoder.scope()));
        SelfTest same =
                SelfCheck.ADAPTER_RELOADED.found(largest(trained, firstScores(of(reloaded))), 1e-5);
        decoder.merge(model, written);
        SelfTest merged =
                SelfCheck.MERGED_EQUALS_ADAPTER.found(
                        largest(trained, firstScores(of(decoder.forward()))),
                        decoder.exact() && decoder.storedExactly(model) ? 1e-3 : 0.5);
        return List.of(same, merged);
    }

    /// Scores of the first pairs' chosen responses.
    List<float[]> firstScores(RowScores scores) {
        return scores.of(rows());
    }

    RowScores of(Forward forward) {
        return rows -> scores(forward, rows);
    }

    private List<Completion> rows() {
        return pairs.stream().limit(PAIRS).map(TokenPair::chosenCompletion).toList();
    }

    private StoredTensor whole(Tensor tensor, String name) {
        return decoder.files().whole(tensor, name, StoredType.F32);
    }

    private List<float[]> scores(Forward forward, List<Completion> rows) {
        TokenBatch batch = TokenBatch.of(rows);
        try (Scope scope = decoder.scope().inner()) {
            Tensor hidden = forward.hidden(scope, batch);
            float[] scores = forward.logProbs(hidden, batch);
            List<float[]> result = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                result.add(
                        Arrays.copyOfRange(
                                scores, batch.firstTarget(row), batch.firstTarget(row + 1)));
            }
            return result;
        }
    }

    static double largest(List<float[]> some, List<float[]> others) {
        double largest = 0;
        for (int row = 0; row < some.size(); row++) {
            for (int i = 0; i < some.get(row).length; i++) {
                largest = Math.max(largest, difference(some.get(row)[i], others.get(row)[i]));
            }
        }
        return largest;
    }

    /// What is no number both times is the same; the training skips such pairs and names them.
    private static double difference(float one, float other) {
        double difference = Math.abs(one - other);
        return Double.isNaN(difference) ? (Float.compare(one, other) == 0 ? 0 : 1e30) : difference;
    }
}
