package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Positions;
import dev.whetstone.engine.family.Rope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Puts rows of like length into batches, in which each gives what it gives alone.
final class LengthBatches {
    private static final int TOKENS = 4096;

    private LengthBatches() {}

    /// @param lengths of the rows
    /// @return indexes of rows, shortest first
    static List<List<Integer>> of(DecoderConfig config, int[] lengths) {
        List<List<Integer>> batches = new ArrayList<>();
        List<Integer> batch = new ArrayList<>();
        for (int row :
                IntStream.range(0, lengths.length)
                        .boxed()
                        .sorted(Comparator.comparing(i -> lengths[i]))
                        .toList()) {
            boolean fits =
                    batch.isEmpty()
                            || ((batch.size() + 1) * lengths[row] <= TOKENS
                                    && goTogether(config, lengths[batch.getFirst()], lengths[row]));
            if (!fits) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(row);
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static boolean goTogether(DecoderConfig config, int one, int other) {
        return switch (config.positions()) {
            case Rope rope -> rope.group(one) == rope.group(other);
            case Positions.Learned learned -> true;
        };
    }
}
