package dev.whetstone.core.reward;

import dev.whetstone.core.evaluate.LongestWins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Turns (prompt, response) into the vector that heads are fitted to.
public final class ResponseEncoder {
    private final TextEncoder encoder;
    private final ResponseFeatures features;
    private final Layout layout;

    public ResponseEncoder(TextEncoder encoder, ResponseFeatures features) {
        this.encoder = encoder;
        this.features = features;
        this.layout = new Layout(features.names(), encoder.dimensions());
    }

    /// A response with its prompt.
    public record Item(String prompt, String response) {}

    /// @param vector ln(1 + characters), cosine with the prompt, text features, rules, embedding
    /// @param length in characters
    public record Encoded(double[] vector, int length) {
        Encoded columns(int[] of) {
            return new Encoded(IntStream.of(of).mapToDouble(c -> vector[c]).toArray(), length);
        }
    }

    String encoderId() {
        return encoder.id();
    }

    Layout layout() {
        return layout;
    }

    /// Each distinct text is encoded once.
    public List<Encoded> encode(List<Item> items) {
        Set<String> texts = new LinkedHashSet<>();
        for (Item item : items) {
            texts.add(item.prompt());
            texts.add(item.response());
        }
        List<String> distinct = List.copyOf(texts);
        float[][] rows = encoder.encode(distinct);
        Map<String, float[]> embeddings = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            embeddings.put(distinct.get(i), rows[i]);
        }
        Map<Item, Encoded> known = new HashMap<>();
        List<Encoded> result = new ArrayList<>();
        for (Item item : items) {
            result.add(
                    known.computeIfAbsent(
                            item,
                            it ->
                                    encode(
                                            it,
                                            embedding(embeddings, it.prompt()),
                                            embedding(embeddings, it.response()))));
        }
        return result;
    }

    private static float[] embedding(Map<String, float[]> embeddings, String text) {
        float[] embedding = embeddings.get(text);
        if (embedding == null) {
            throw new IllegalStateException("the encoder left out a text");
        }
        return embedding;
    }

    private Encoded encode(Item item, float[] prompt, float[] response) {
        double[] vector = new double[layout.size()];
        int length = LongestWins.length(item.response());
        vector[0] = Math.log1p(length);
        double[] values = features.features(item.prompt(), item.response()).values();
        System.arraycopy(values, 0, vector, layout.text(), values.length);
        double cosine = 0;
        for (int d = 0; d < response.length; d++) {
            cosine += (double) prompt[d] * response[d];
            vector[layout.embedding() + d] = response[d];
        }
        vector[1] = cosine;
        return new Encoded(vector, length);
    }
}
