package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.SpecialIds;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A decoder whose head scores texts: Transformers' models for sequence classification, with one
/// label a reward model. Takes token ids. Used by one thread at a time.
public final class RewardPolicy implements AutoCloseable {
    private final Decoder decoder;
    private final Forward forward;
    private final int padding;

    private RewardPolicy(Decoder decoder, Forward forward, int padding) {
        this.decoder = decoder;
        this.forward = forward;
        this.padding = padding;
    }

    /// Reads a folder and merges its adapters. A language model whose last adapter brings a
    /// head for scores is a reward model too; that adapter stays beside the weights, and texts
    /// are scored at their last token, whatever it is.
    ///
    /// @throws RuntimeFailure `model.head` where it is a language model, else naming file and field
    public static RewardPolicy load(ModelRef model, Device device) {
        if (ConfigReader.read(model.folder()).head() == DecoderConfig.Head.SCORE) {
            Decoder decoder = Decoder.load(model, device);
            return new RewardPolicy(decoder, decoder.forward(), decoder.config().ids().pad());
        }
        List<Path> adapters = model.adapters();
        if (adapters.isEmpty()) {
            throw writesTexts(model);
        }
        PeftAdapter last = PeftAdapter.open(adapters.getLast());
        if (!last.saved().containsKey(RewardDecoder.HEAD)) {
            throw writesTexts(model);
        }
        ModelRef before = new ModelRef(model.folder(), adapters.subList(0, adapters.size() - 1));
        return beside(RewardDecoder.open(before, device, 0), last, SpecialIds.NONE);
    }

    /// As [#load(ModelRef, Device)], with an adapter beside the weights instead of in them.
    public static RewardPolicy load(ModelRef model, PeftAdapter adapter, Device device) {
        if (ConfigReader.read(model.folder()).head() != DecoderConfig.Head.SCORE) {
            throw writesTexts(model);
        }
        Decoder decoder = Decoder.load(model, device);
        return beside(decoder, adapter, decoder.config().ids().pad());
    }

    /// A decoder with a head for scores, as it is; texts are scored at their last token. It closes
    /// with the policy.
    public static RewardPolicy of(Decoder decoder) {
        return new RewardPolicy(decoder, decoder.forward(), SpecialIds.NONE);
    }

    private static RewardPolicy beside(Decoder decoder, PeftAdapter adapter, int padding) {
        try {
            return new RewardPolicy(decoder, decoder.forward(adapter), padding);
        } catch (RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    private static RuntimeFailure writesTexts(ModelRef model) {
        return new RuntimeFailure(
                "model.head",
                model.folder() + ": this is a language model and gives no scores",
                "name a reward model: one whose architecture is for sequence classification, or a"
                        + " language model and the adapter of a reward model");
    }

    public DecoderConfig config() {
        return decoder.config();
    }

    /// Scores of each row, a value for each label. A row's score is read at its last token that is
    /// not the model's padding; padding and batch mates do not change it.
    public List<float[]> scores(List<int[]> rows, RunControl control) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length == 0) {
                throw new RuntimeFailure("tokens.range", "row " + (i + 1) + " has no tokens", "");
            }
            Rows.check(config(), rows.get(i), "row " + (i + 1));
        }
        float[][] result = new float[rows.size()][];
        int done = 0;
        int[] lengths = rows.stream().mapToInt(row -> row.length).toArray();
        for (List<Integer> some : LengthBatches.of(config(), lengths)) {
            control.throwIfEnded();
            List<float[]> scores = batch(some.stream().map(rows::get).toList());
            for (int i = 0; i < some.size(); i++) {
                result[some.get(i)] = scores.get(i);
            }
            done += some.size();
            control.progress("score", done, rows.size(), Map.of());
        }
        return new ArrayList<>(List.of(result));
    }

    private List<float[]> batch(List<int[]> rows) {
        int labels = config().labels();
        try (Scope scope = decoder.scope().inner()) {
            TokenBatch batch = TokenBatch.unmarked(rows);
            Tensor hidden = forward.hidden(scope, batch);
            float[] all = forward.classify(scope, hidden, pooled(rows, batch)).floats();
            return IntStream.range(0, rows.size())
                    .mapToObj(i -> Arrays.copyOfRange(all, i * labels, (i + 1) * labels))
                    .toList();
        }
    }

    /// Where the rows of a batch are scored.
    ///
    /// @param batch of exactly these rows
    public long[] pooled(List<int[]> rows, TokenBatch batch) {
        return IntStream.range(0, rows.size())
                .mapToLong(
                        row ->
                                batch.lasts()[row]
                                        - (rows.get(row).length - 1)
                                        + last(rows.get(row), padding))
                .toArray();
    }

    /// The last place whose id is not the padding's, as in Transformers, which has the first place
    /// for a row of padding alone.
    private static int last(int[] row, int padding) {
        int at = row.length - 1;
        while (at > 0 && row[at] == padding) {
            at--;
        }
        return at;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
