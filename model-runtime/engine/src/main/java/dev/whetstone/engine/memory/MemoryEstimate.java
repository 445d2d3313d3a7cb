package dev.whetstone.engine.memory;

import dev.whetstone.engine.align.StepPlan;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.runtime.memory.Workload;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import java.util.EnumMap;
import java.util.Map;

/// Peak memory of work: the sum of quantities that follow from the model's shape and the work's
/// size, each with the factor of [MemoryTerm].
public final class MemoryEstimate {
    private static final long FP32 = 4;

    /// Rows of one batch of generation, its cache, and the tokens that it is reckoned for: as
    /// generation chooses them.
    private static final int ROWS = 96;

    private static final long CACHE_BYTES = 1L << 30;
    private static final long USUAL_TOKENS = 512;
    private static final int ROOM = 64;

    /// Positions whose logits exist at a time.
    private static final int CHUNK = 256;

    /// Queries of one block of attention.
    private static final int BLOCK = 128;

    private final ModelShape shape;
    private final long width;

    public MemoryEstimate(ModelShape shape, Device device) {
        this.shape = shape;
        this.width = device.dtype() == DType.BF16 ? 2 : FP32;
    }

    /// Bytes of each quantity before its factor; those that the work does not have are absent.
    public Map<MemoryTerm, Double> quantities(Workload workload) {
        Map<MemoryTerm, Double> terms = new EnumMap<>(MemoryTerm.class);
        terms.put(MemoryTerm.PROCESS, (double) (1 << 20));
        terms.put(MemoryTerm.WEIGHTS, (double) shape.parameters() * width);
        switch (workload) {
            case Workload.Generate generate -> generating(terms, generate);
            case Workload.TrainDpo train -> training(terms, train);
        }
        return terms;
    }

    /// Bytes of each quantity with its factor.
    public Map<MemoryTerm, Double> parts(Workload workload) {
        Map<MemoryTerm, Double> parts = quantities(workload);
        parts.replaceAll((term, bytes) -> bytes * factor(term, workload));
        return parts;
    }

    /// Bytes.
    public long peak(Workload workload) {
        return (long) parts(workload).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double factor(MemoryTerm term, Workload workload) {
        return switch (workload) {
            case Workload.Generate _ -> term.generating();
            case Workload.TrainDpo _ -> term.training();
        };
    }

    private void generating(Map<MemoryTerm, Double> terms, Workload.Generate work) {
        DecoderConfig config = shape.config();
        if (config.head() == DecoderConfig.Head.TIED) {
            // the head is packed, and the embedding stays
            long again = (long) config.vocabulary() * config.hidden() * width;
            terms.merge(MemoryTerm.WEIGHTS, (double) again, Double::sum);
        }
        long perToken = 2L * config.layers() * config.keyWidth();
        long fitting = CACHE_BYTES / (FP32 * perToken * USUAL_TOKENS);
        long together = Math.max(1, Math.min(ROWS, fitting) / work.samples());
        long prompts = Math.min(work.prompts(), together);
        long rows = prompts * work.samples();
        long prompt = work.promptTokens();
        // the old and the new cache exist together when room runs out
        long places = prompt + ROOM;
        long copied = 0;
        while (places < prompt + work.newTokens()) {
            copied = places;
            places += places / 2;
        }
        terms.put(MemoryTerm.CACHE, (double) perToken * width * rows * (places + copied));
        terms.put(MemoryTerm.CHOICE, (double) rows * config.vocabulary() * FP32);
        terms.put(MemoryTerm.ATTENTION, attention(prompts, prompt));
    }

    /// Values of one layer.
    private double layer(long tokens) {
        DecoderConfig config = shape.config();
        return (double) tokens
                * (2.0 * config.hidden()
                        + 2.0 * config.queryWidth()
                        + 2.0 * config.keyWidth()
                        + 2.0 * config.intermediate());
    }

    /// Bytes of one block's weights in one layer.
    private double attention(long rows, long tokens) {
        long queries = Math.min(BLOCK, tokens);
        return (double) rows * shape.config().heads() * queries * tokens * width;
    }

    private void training(Map<MemoryTerm, Double> terms, Workload.TrainDpo work) {
        DecoderConfig config = shape.config();
        long pairs =
                Math.max(
                        1,
                        Math.min(
                                work.pairsPerStep(),
                                StepPlan.ON_PROCESSORS / (2L * work.tokens())));
        long scored = 2 * pairs * (work.tokens() - work.promptTokens());
        // the responses of a pair share their prompt
        long tokens = pairs * work.promptTokens() + scored;
        terms.put(MemoryTerm.ADAPTER, (double) shape.adapter(work.rank()) * FP32);
        terms.put(MemoryTerm.KEPT, layer(tokens) * config.layers() * width);
        terms.put(MemoryTerm.ATTENTION, attention(2 * pairs, work.tokens()));
        terms.put(MemoryTerm.LOGITS, (double) Math.min(CHUNK, scored) * config.vocabulary() * FP32);
    }
}
