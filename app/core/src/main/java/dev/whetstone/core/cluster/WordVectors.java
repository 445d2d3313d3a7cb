package dev.whetstone.core.cluster;

import dev.whetstone.core.reward.TextEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Vectors of texts by the words they share, for when there is no sentence encoder: each word adds
/// ln(n / texts with it) at a place and with a sign that its hash gives (Weinberger et al. 2009).
/// Words of a single text, and of more than half of them, say nothing of likeness and are left out.
public final class WordVectors implements TextEncoder {
    private static final int DIMENSIONS = 512;

    @Override
    public String id() {
        return "words";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[][] encode(List<String> texts) {
        List<List<String>> words = texts.stream().map(ContentWords::of).toList();
        Map<String, Integer> frequency = new HashMap<>();
        words.forEach(
                of -> new HashSet<>(of).forEach(word -> frequency.merge(word, 1, Integer::sum)));
        List<float[]> rows = new ArrayList<>();
        for (List<String> of : words) {
            float[] row = new float[DIMENSIONS];
            for (String word : new HashSet<>(of)) {
                int texted = frequency.getOrDefault(word, 0);
                if (texted > 1 && texted <= Math.max(2, texts.size() / 2)) {
                    int hash = spread(word.hashCode());
                    float weight = (float) Math.log((double) texts.size() / texted);
                    row[(hash >>> 1) % DIMENSIONS] += (hash & 1) == 0 ? weight : -weight;
                }
            }
            rows.add(unit(row));
        }
        return rows.toArray(float[][]::new);
    }

    private static int spread(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private static float[] unit(float[] row) {
        double squares = 0;
        for (float v : row) {
            squares += v * v;
        }
        float length = (float) Math.sqrt(squares);
        for (int d = 0; d < row.length && length > 0; d++) {
            row[d] /= length;
        }
        return row;
    }
}
