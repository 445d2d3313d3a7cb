package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.Scorer;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.weights.ArrayTensor;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.SafetensorsWriter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Summed log-probabilities of every pair under the reference: the base with the adapter off,
/// computed once and kept beside the checkpoint.
final class References {
    private static final int PROBES = 8;
    private static final ValueLayout.OfDouble STORED =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final double[] chosen;
    private final double[] rejected;
    private final double[] probes;
    private final Map<TokenPair, Integer> index = new IdentityHashMap<>();

    private References(List<TokenPair> pairs, double[] chosen, double[] rejected, double[] probes) {
        this.chosen = chosen;
        this.rejected = rejected;
        this.probes = probes;
        for (int i = 0; i < pairs.size(); i++) {
            index.put(pairs.get(i), i);
        }
    }

    /// Reads them from `file`, or computes and writes them.
    static References of(
            Path file,
            String fingerprint,
            List<TokenPair> pairs,
            Forward base,
            Scope scope,
            RunControl control) {
        if (Files.exists(file)) {
            SafetensorsFile saved = SafetensorsFile.open(file);
            Checkpoint.requireSameRun(
                    file, fingerprint, saved.metadata().getOrDefault("fingerprint", ""));
            return new References(
                    pairs, read(saved, "chosen"), read(saved, "rejected"), read(saved, "probes"));
        }
        List<Completion> rows = new ArrayList<>();
        pairs.forEach(pair -> rows.add(pair.chosenCompletion()));
        pairs.forEach(pair -> rows.add(pair.rejectedCompletion()));
        double[] sums = sums(base, scope, rows, control);
        References made =
                new References(
                        pairs,
                        java.util.Arrays.copyOfRange(sums, 0, pairs.size()),
                        java.util.Arrays.copyOfRange(sums, pairs.size(), sums.length),
                        probe(base, scope, pairs));
        made.write(file, fingerprint);
        return made;
    }

    double chosen(TokenPair pair) {
        return chosen[index(pair)];
    }

    double rejected(TokenPair pair) {
        return rejected[index(pair)];
    }

    /// Scores the first pairs again as they were scored at the start; any difference at all means
    /// that the reference changed.
    SelfTest unchanged(Forward base, Scope scope, List<TokenPair> pairs) {
        double[] again = probe(base, scope, pairs);
        double largest = 0;
        for (int i = 0; i < probes.length; i++) {
            largest = Math.max(largest, Math.abs(again[i] - probes[i]));
        }
        return new SelfTest("reference-unchanged", largest, 0);
    }

    private int index(TokenPair pair) {
        Integer at = index.get(pair);
        if (at == null) {
            throw new IllegalArgumentException("no reference for pair " + pair.id());
        }
        return at;
    }

    private static double[] probe(Forward base, Scope scope, List<TokenPair> pairs) {
        List<Completion> rows =
                pairs.stream().limit(PROBES).map(TokenPair::chosenCompletion).toList();
        return sums(base, scope, rows, RunControl.NONE);
    }

    static double[] sums(Forward forward, Scope scope, List<Completion> rows, RunControl control) {
        return new Scorer(forward)
                .logProbs(scope, rows, "reference", control).stream()
                        .mapToDouble(References::sum)
                        .toArray();
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static double[] read(SafetensorsFile file, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return file.map(name, arena).toArray(STORED);
        }
    }

    private void write(Path file, String fingerprint) {
        try {
            Files.createDirectories(file.getParent());
            SafetensorsWriter.write(
                    file,
                    Map.of("fingerprint", fingerprint),
                    List.of(
                            new ArrayTensor("chosen", chosen),
                            new ArrayTensor("rejected", rejected),
                            new ArrayTensor("probes", probes)));
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "checkpoint.write", file + ": cannot be written: " + e.getMessage(), "", e);
        }
    }
}
