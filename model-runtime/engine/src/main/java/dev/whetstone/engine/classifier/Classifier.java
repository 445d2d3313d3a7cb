package dev.whetstone.engine.classifier;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.TensorFiles;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.TensorList;
import dev.whetstone.engine.tensor.Torch;
import dev.whetstone.engine.tokenizer.Tokenizer;
import dev.whetstone.engine.weights.TensorInfo;
import dev.whetstone.engine.weights.WeightFolder;
import dev.whetstone.runtime.model.Device;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A text classifier of a folder in Hugging Face layout, in fp32. Used by one thread at a time.
public final class Classifier implements AutoCloseable {
    /// Tokens of a text that are read, special ones included; longer texts lose their end.
    public static final int MOST_TOKENS = 512;

    private final Scope scope;
    private final ClassifierConfig config;
    private final Tokenizer tokenizer;
    private final Program program;
    private final TensorList embeddings;
    private final List<TensorList> layers = new ArrayList<>();
    private final TensorList head;

    private Classifier(
            Scope scope, ClassifierConfig config, Tokenizer tokenizer, WeightFolder weights) {
        this.scope = scope;
        this.config = config;
        this.tokenizer = tokenizer;
        this.program = Program.compile(scope, ClassifierText.methods(config));
        ClassifierLayout layout = new ClassifierLayout(config);
        TensorFiles files = TensorFiles.open(scope);
        this.embeddings = load(files, weights, layout.embeddings());
        for (int number = 0; number < config.layers(); number++) {
            layers.add(load(files, weights, layout.layer(number)));
        }
        this.head = load(files, weights, layout.head());
    }

    /// Reads and checks everything before the first text.
    ///
    /// @throws RuntimeFailure `model.config`, `model.architecture`, `tokenizer.missing`,
    ///     `tokenizer.format`, `tokenizer.unsupported`, or `weights.missing`, `weights.header`,
    ///     `weights.shape`, `weights.type`, naming the tensor
    public static Classifier open(Path folder, Device device) throws IOException {
        ClassifierConfig config = ClassifierConfig.read(folder);
        Tokenizer tokenizer = Tokenizer.ofFolder(folder);
        WeightFolder weights = WeightFolder.open(folder);
        check(config, weights);
        Scope scope = Torch.open(device);
        try {
            return new Classifier(scope, config, tokenizer, weights);
        } catch (RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    private static void check(ClassifierConfig config, WeightFolder weights) {
        ClassifierLayout layout = new ClassifierLayout(config);
        List<ClassifierLayout.Wanted> all = new ArrayList<>(layout.embeddings());
        for (int number = 0; number < config.layers(); number++) {
            all.addAll(layout.layer(number));
        }
        all.addAll(layout.head());
        for (ClassifierLayout.Wanted wanted : all) {
            TensorInfo info = weights.info(wanted.name());
            if (!info.shape().equals(wanted.shape())) {
                throw new RuntimeFailure(
                        "weights.shape",
                        "the tensor '%s' is %s; by config.json it should be %s"
                                .formatted(wanted.name(), info.shape(), wanted.shape()),
                        "check that config.json belongs to these weights");
            }
        }
    }

    private TensorList load(
            TensorFiles files, WeightFolder weights, List<ClassifierLayout.Wanted> wanted) {
        List<Tensor> tensors = new ArrayList<>();
        for (ClassifierLayout.Wanted each : wanted) {
            TensorInfo info = weights.info(each.name());
            try (Arena arena = Arena.ofConfined()) {
                tensors.add(
                        files.decode(
                                scope,
                                weights.map(each.name(), arena),
                                info.type(),
                                info.shape(),
                                ElementType.F32,
                                each.name()));
            }
        }
        return scope.list(tensors);
    }

    /// The labels, in the order of the logits.
    public List<String> labels() {
        return config.labels();
    }

    /// One logit a label.
    public float[] logits(String text) {
        return logits(ids(text));
    }

    /// Ids with the special tokens around them; a long text's end is cut off before the last one.
    int[] ids(String text) {
        int[] ids = tokenizer.encodeWithSpecial(text).ids();
        int most = Math.min(MOST_TOKENS, config.mostTokens());
        if (ids.length > most) {
            int last = ids[ids.length - 1];
            ids = java.util.Arrays.copyOf(ids, most);
            ids[most - 1] = last;
        }
        for (int id : ids) {
            if (id < 0 || id >= config.vocabulary()) {
                throw new RuntimeFailure(
                        "model.tokenizer",
                        "the tokenizer gives id "
                                + id
                                + ", the model knows "
                                + config.vocabulary()
                                + " tokens",
                        "check that tokenizer.json belongs to these weights");
            }
        }
        if (ids.length == 0) {
            throw new RuntimeFailure(
                    "model.tokenizer", "the tokenizer puts no special tokens around a text", "");
        }
        return ids;
    }

    private float[] logits(int[] ids) {
        long[] tokens = new long[ids.length];
        long[] places = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            tokens[i] = ids[i];
            places[i] = config.firstPosition() + i;
        }
        try (Scope step = scope.inner()) {
            Tensor x =
                    program.call("begin")
                            .with(step.longs(tokens, 1, tokens.length))
                            .with(step.longs(places, 1, places.length))
                            .with(embeddings)
                            .infer(step)
                            .getFirst();
            for (TensorList layer : layers) {
                x = program.call("layer").with(x).with(layer).infer(step).getFirst();
            }
            return program.call("head").with(x).with(head).infer(step).getFirst().floats();
        }
    }

    /// The probability of a label, 0 to 1.
    ///
    /// @throws RuntimeFailure `model.label` where there is none of that name
    public double probability(String text, String label) {
        int wanted = place(label);
        float[] logits = logits(text);
        return switch (config.scores()) {
            case SIGMOID -> 1 / (1 + Math.exp(-logits[wanted]));
            case SOFTMAX -> softmax(logits, wanted);
        };
    }

    /// Where a label stands.
    ///
    /// @throws RuntimeFailure `model.label` where there is none of that name
    public int place(String label) {
        int place = config.labels().indexOf(label);
        if (place < 0) {
            throw new RuntimeFailure(
                    "model.label",
                    "the classifier has no label \"" + label + "\"",
                    "It has " + String.join(", ", config.labels()) + ".");
        }
        return place;
    }

    private static double softmax(float[] logits, int wanted) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - logits[wanted]);
        }
        return 1 / sum;
    }

    @Override
    public void close() {
        scope.close();
    }
}
