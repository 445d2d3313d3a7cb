package dev.whetstone.core.evaluate.agreement;

/// What a difference between two levels means, after Krippendorff (2011).
public enum Scale {
    /// Different or not.
    NOMINAL {
        @Override
        double difference(int low, int high, double[] totals) {
            return 1;
        }
    },
    /// By how many ratings lie between.
    ORDINAL {
        @Override
        double difference(int low, int high, double[] totals) {
            double between = -(totals[low] + totals[high]) / 2;
            for (int level = low; level <= high; level++) {
                between += totals[level];
            }
            return between * between;
        }
    },
    /// By the number of levels.
    INTERVAL {
        @Override
        double difference(int low, int high, double[] totals) {
            double apart = high - low;
            return apart * apart;
        }
    },
    /// By the number of levels in proportion to their sum, the first level counting 1.
    RATIO {
        @Override
        double difference(int low, int high, double[] totals) {
            double share = (high - low) / (double) (high + low + 2);
            return share * share;
        }
    };

    /// @param low index of the lower level, from 0
    /// @param high index of the higher level
    /// @param totals pairable ratings of each level
    abstract double difference(int low, int high, double[] totals);
}
