package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.loss.Discount;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.Scorer;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.weights.ArrayTensor;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.SafetensorsWriter;
import dev.whetstone.engine.weights.StoredTensor;
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
/// computed once and kept beside the checkpoint. Nothing is computed for an objective that compares
/// nothing to a reference.
final class References {
    private static final int PROBES = 8;
    private static final String MISMATCHED = "mismatched";
    private static final ValueLayout.OfDouble STORED =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Values values;
    private final List<List<Completion>> mismatched;
    private final int[] firstMismatch;
    private final Map<TokenPair, Integer> index = new IdentityHashMap<>();

    /// @param chosen a value for each pair; none without a reference
    /// @param mismatches the rows of all pairs, one after the other
    /// @param probes of the first pairs, as they are repeated at the end
    private record Values(
            double[] chosen, double[] rejected, double[] mismatches, double[] probes) {}

    private References(List<TokenPair> pairs, List<List<Completion>> mismatched, Values values) {
        this.values = values;
        this.mismatched = mismatched;
        this.firstMismatch = new int[pairs.size() + 1];
        for (int i = 0; i < pairs.size(); i++) {
            index.put(pairs.get(i), i);
            firstMismatch[i + 1] = firstMismatch[i] + mismatched.get(i).size();
        }
    }

    /// Reads them from `file`, or computes and writes them.
    ///
    /// @param mismatched for each pair the rows that [Mismatches] found, or none
    static References of(
            Path file,
            String fingerprint,
            List<TokenPair> pairs,
            List<List<Completion>> mismatched,
            Objective objective,
            Forward base,
            Scope scope,
            RunControl control) {
        if (!objective.usesReference()) {
            double[] none = {};
            return new References(pairs, mismatched, new Values(none, none, none, none));
        }
        if (Files.exists(file)) {
            SafetensorsFile saved = SafetensorsFile.open(file);
            Checkpoint.requireSameRun(
                    file, fingerprint, saved.metadata().getOrDefault("fingerprint", ""));
            return new References(
                    pairs,
                    mismatched,
                    new Values(
                            read(saved, "chosen"),
                            read(saved, "rejected"),
                            saved.names().contains(MISMATCHED)
                                    ? read(saved, MISMATCHED)
                                    : new double[0],
                            read(saved, "probes")));
        }
        List<ReferenceScore> scores = scores(base, scope, pairs, objective.discount(), control);
        Values made =
                new Values(
                        scores.stream().mapToDouble(ReferenceScore::chosen).toArray(),
                        scores.stream().mapToDouble(ReferenceScore::rejected).toArray(),
                        sums(
                                base,
                                scope,
                                mismatched.stream().flatMap(List::stream).toList(),
                                control),
                        probe(base, scope, pairs));
        write(file, fingerprint, made);
        return new References(pairs, mismatched, made);
    }

    /// The pair with what the reference says of it.
    StepPair of(TokenPair pair) {
        Integer at = index.get(pair);
        if (at == null) {
            throw new IllegalArgumentException("no reference for pair " + pair.id());
        }
        List<StepPair.Mismatch> rows = new ArrayList<>();
        for (int i = 0; i < mismatched.get(at).size(); i++) {
            rows.add(
                    new StepPair.Mismatch(
                            mismatched.get(at).get(i), values.mismatches()[firstMismatch[at] + i]));
        }
        ReferenceScore score =
                values.chosen().length == 0
                        ? StepPair.NO_REFERENCE
                        : new ReferenceScore(values.chosen()[at], values.rejected()[at]);
        return new StepPair(pair, score, rows);
    }

    /// Scores the first pairs again as they were scored at the start; any difference at all means
    /// that the reference changed. None without a reference.
    List<SelfTest> unchanged(Forward base, Scope scope, List<TokenPair> pairs) {
        if (values.probes().length == 0) {
            return List.of();
        }
        double[] again = probe(base, scope, pairs);
        double largest = 0;
        for (int i = 0; i < again.length; i++) {
            if (Double.compare(again[i], values.probes()[i]) != 0) {
                double difference = Math.abs(again[i] - values.probes()[i]);
                largest = Math.max(largest, Double.isNaN(difference) ? 1e30 : difference);
            }
        }
        return List.of(new SelfTest("reference-unchanged", largest, 0));
    }

    /// Both responses of each pair.
    static List<ReferenceScore> scores(
            Forward base,
            Scope scope,
            List<TokenPair> pairs,
            Discount discount,
            RunControl control) {
        List<Completion> rows = new ArrayList<>();
        pairs.forEach(pair -> rows.add(pair.chosenCompletion()));
        pairs.forEach(pair -> rows.add(pair.rejectedCompletion()));
        List<float[]> logProbs = new Scorer(base).logProbs(scope, rows, "reference", control);
        List<ReferenceScore> scores = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            float[] chosen = logProbs.get(i);
            float[] rejected = logProbs.get(pairs.size() + i);
            int shared = Math.min(chosen.length, rejected.length);
            scores.add(
                    new ReferenceScore(
                            discount.sum(chosen, shared), discount.sum(rejected, shared)));
        }
        return scores;
    }

    private static double[] probe(Forward base, Scope scope, List<TokenPair> pairs) {
        List<Completion> rows =
                pairs.stream().limit(PROBES).map(TokenPair::chosenCompletion).toList();
        return sums(base, scope, rows, RunControl.NONE);
    }

    static double[] sums(Forward forward, Scope scope, List<Completion> rows, RunControl control) {
        return new Scorer(forward)
                .logProbs(scope, rows, "reference", control).stream()
                        .mapToDouble(row -> new Discount(1).sum(row, row.length))
                        .toArray();
    }

    private static double[] read(SafetensorsFile file, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return file.map(name, arena).toArray(STORED);
        }
    }

    private static void write(Path file, String fingerprint, Values values) {
        List<StoredTensor> tensors = new ArrayList<>();
        tensors.add(new ArrayTensor("chosen", values.chosen()));
        tensors.add(new ArrayTensor("rejected", values.rejected()));
        tensors.add(new ArrayTensor("probes", values.probes()));
        if (values.mismatches().length > 0) {
            tensors.add(new ArrayTensor(MISMATCHED, values.mismatches()));
        }
        try {
            Files.createDirectories(file.getParent());
            SafetensorsWriter.write(file, Map.of("fingerprint", fingerprint), tensors);
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "checkpoint.write", file + ": cannot be written: " + e.getMessage(), "", e);
        }
    }
}
