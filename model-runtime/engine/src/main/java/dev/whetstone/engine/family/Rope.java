package dev.whetstone.engine.family;

import java.util.List;

/// Rotary position embedding: what its frequencies are. Frequencies are computed in fp32 step by
/// step as Transformers does (`modeling_rope_utils.py`), so that they are equal to its.
public sealed interface Rope extends Positions {
    double theta();

    /// The frequencies of a call; the plain ones are theta^(-2i/d) for i = 0 .. d/2-1.
    ///
    /// @param headDim d, even
    /// @param length places of the call, padding included; [Dynamic] and [Long] depend on it
    float[] inverseFrequencies(int headDim, int length);

    /// Calls whose lengths give the same number have the same frequencies.
    default int group(int length) {
        return 0;
    }

    /// Most places of a row.
    ///
    /// @param positions `max_position_embeddings`
    default int reach(int positions) {
        return positions;
    }

    /// Factor on cosine and sine.
    default double attentionScaling() {
        return 1;
    }

    private static float[] plain(double theta, int headDim) {
        float[] result = new float[headDim / 2];
        for (int i = 0; i < result.length; i++) {
            float exponent = 2f * i / headDim;
            result[i] = 1f / (float) Math.pow(theta, exponent);
        }
        return result;
    }

    /// Frequencies as in the paper.
    record Plain(double theta) implements Rope {
        @Override
        public float[] inverseFrequencies(int headDim, int length) {
            return plain(theta, headDim);
        }
    }

    /// Positions divided by `factor`.
    record Linear(double theta, double factor) implements Rope {
        @Override
        public float[] inverseFrequencies(int headDim, int length) {
            float[] result = plain(theta, headDim);
            for (int i = 0; i < result.length; i++) {
                result[i] /= (float) factor;
            }
            return result;
        }
    }

    /// Llama 3: low frequencies divided by `factor`, high ones kept, those between blended.
    record Llama3(double theta, double factor, double low, double high, double originalPositions)
            implements Rope {
        @Override
        public float[] inverseFrequencies(int headDim, int length) {
            float[] result = plain(theta, headDim);
            for (int i = 0; i < result.length; i++) {
                double wavelength = 2 * Math.PI / result[i];
                if (wavelength > originalPositions / low) {
                    result[i] = (float) (result[i] / factor);
                } else if (wavelength >= originalPositions / high) {
                    double smooth = (originalPositions / wavelength - low) / (high - low);
                    result[i] = (float) ((1 - smooth) * result[i] / factor + smooth * result[i]);
                }
            }
            return result;
        }
    }

    /// YaRN (Peng and others 2023): interpolated below `betaSlow` turns, kept above `betaFast`.
    ///
    /// @param attentionScaling factor on cosine and sine
    /// @param wholeBounds whether the borders of the ramp are rounded outwards
    record Yarn(
            double theta,
            double factor,
            double betaFast,
            double betaSlow,
            double originalPositions,
            double attentionScaling,
            Rounding wholeBounds)
            implements Rope {
        /// Whether the borders of the ramp are whole dimensions.
        public enum Rounding {
            WHOLE,
            EXACT
        }

        @Override
        public float[] inverseFrequencies(int headDim, int length) {
            double low = bound(betaFast, headDim);
            double high = bound(betaSlow, headDim);
            if (wholeBounds == Rounding.WHOLE) {
                low = Math.floor(low);
                high = Math.ceil(high);
            }
            low = Math.max(low, 0);
            high = Math.min(high, headDim - 1.0);
            if (low == high) {
                high += 0.001;
            }
            float[] result = plain(theta, headDim);
            for (int i = 0; i < result.length; i++) {
                double keep = 1 - Math.clamp((i - low) / (high - low), 0, 1);
                result[i] = (float) (result[i] / factor * (1 - keep) + result[i] * keep);
            }
            return result;
        }

        private double bound(double turns, int headDim) {
            return headDim
                    * Math.log(originalPositions / (turns * 2 * Math.PI))
                    / (2 * Math.log(theta));
        }
    }

    /// Dynamic NTK scaling: beyond the trained length the base grows with the length of the call.
    /// Keys that were cached earlier keep the frequencies of then, as in Transformers.
    ///
    /// @param positions the trained length
    record Dynamic(double theta, double factor, int positions) implements Rope {
        private static final int FURTHEST = 1 << 20;

        @Override
        public float[] inverseFrequencies(int headDim, int length) {
            int longest = Math.max(length, positions);
            double stretch = factor * longest / positions - (factor - 1);
            return plain(theta * Math.pow(stretch, headDim / (headDim - 2.0)), headDim);
        }

        @Override
        public int group(int length) {
            return length <= positions ? 0 : length;
        }

        @Override
        public int reach(int trained) {
            return FURTHEST;
        }
    }

    /// LongRoPE (Ding and others 2024): a factor for each frequency, others beyond the length that
    /// the model was first trained on.
    record Long(
            double theta,
            List<Double> shortFactors,
            List<Double> longFactors,
            double originalPositions,
            double attentionScaling)
            implements Rope {
        public Long {
            shortFactors = List.copyOf(shortFactors);
            longFactors = List.copyOf(longFactors);
        }

        @Override
        public float[] inverseFrequencies(int headDim, int length) {
            List<Double> factors = group(length) == 0 ? shortFactors : longFactors;
            float[] result = new float[headDim / 2];
            for (int i = 0; i < result.length; i++) {
                float power = (float) Math.pow(theta, 2f * i / headDim);
                result[i] = 1f / (factors.get(i).floatValue() * power);
            }
            return result;
        }

        @Override
        public int group(int length) {
            return length > originalPositions ? 1 : 0;
        }
    }
}
