package dev.whetstone.core.reward;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A sentence encoder for tests: the sum of a random vector for each word, of unit length.
public final class WordHashEncoder implements TextEncoder {
    @Override
    public String id() {
        return "word-hash";
    }

    @Override
    public int dimensions() {
        return 32;
    }

    @Override
    public float[][] encode(List<String> texts) {
        return texts.stream().map(this::encode).toArray(float[][]::new);
    }

    private float[] encode(String text) {
        double[] sum = new double[dimensions()];
        sum[0] = 1e-3;
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            Random random = new Random(word.hashCode());
            for (int d = 0; d < sum.length; d++) {
                sum[d] += random.nextGaussian();
            }
        }
        double norm = Math.sqrt(RidgeLogit.dot(sum, sum));
        float[] vector = new float[sum.length];
        for (int d = 0; d < sum.length; d++) {
            vector[d] = (float) (sum[d] / norm);
        }
        return vector;
    }
}
