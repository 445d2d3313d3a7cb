package dev.whetstone.engine.encoder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunControl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Throughput of the encoder on given texts.
public final class EncodeBench {
    private static final int WARM_UP = 32;

    private EncodeBench() {}

    /// @param texts different from each other, since equal texts are encoded once
    /// @param threads 0 for one a processor
    /// @param repeats 1 or more; the median run is reported
    /// @return `{"texts","dimensions","threads","repeats","warm_up_texts","seconds",
    ///     "texts_per_second","max_tokens"}`; loading and warm-up are not counted
    public static ObjectNode run(List<String> texts, int threads, int repeats, RunControl control)
            throws IOException {
        try (MiniLmEncoder encoder =
                MiniLmEncoder.open(threads, MiniLmEncoder.DEFAULT_MAX_TOKENS)) {
            int warmUp = Math.min(WARM_UP, texts.size());
            encoder.encodeAll(texts.subList(0, warmUp), RunControl.NONE);
            List<Double> seconds = new ArrayList<>();
            for (int r = 0; r < repeats; r++) {
                long start = System.nanoTime();
                encoder.encodeAll(texts, control);
                seconds.add((System.nanoTime() - start) / 1e9);
            }
            Collections.sort(seconds);
            double median = seconds.get(repeats / 2);
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("texts", texts.size())
                    .put("dimensions", MiniLmEncoder.DIMENSIONS)
                    .put(
                            "threads",
                            threads == 0 ? Runtime.getRuntime().availableProcessors() : threads)
                    .put("repeats", repeats)
                    .put("warm_up_texts", warmUp)
                    .put("max_tokens", MiniLmEncoder.DEFAULT_MAX_TOKENS)
                    .put("seconds", median)
                    .put("texts_per_second", texts.size() / median);
        }
    }
}
