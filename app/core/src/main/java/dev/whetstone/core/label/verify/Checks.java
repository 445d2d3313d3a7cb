package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Collects comparisons of computed with recorded figures.
final class Checks {
    private final List<VerificationReport.Failure> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int cases;

    /// Compares numbers; a recorded null stands for "not a number". An absent node is no case.
    void near(String name, double computed, JsonNode recorded, double tolerance) {
        if (!recorded.isMissingNode()) {
            near(name, new double[] {computed}, new double[] {number(recorded)}, tolerance);
        }
    }

    void near(String name, double[] computed, JsonNode recorded, double tolerance) {
        if (!recorded.isMissingNode()) {
            near(name, computed, numbers(recorded), tolerance);
        }
    }

    void near(String name, double[] computed, double[] recorded, double tolerance) {
        cases++;
        if (computed.length != recorded.length) {
            fail(name, Double.NaN, tolerance, computed.length + " numbers, not " + recorded.length);
            return;
        }
        double largest = 0;
        int at = 0;
        for (int i = 0; i < computed.length; i++) {
            double difference = Math.abs(computed[i] - recorded[i]);
            if (Double.isNaN(computed[i]) || Double.isNaN(recorded[i])) {
                difference =
                        Double.isNaN(computed[i]) && Double.isNaN(recorded[i])
                                ? 0
                                : Double.POSITIVE_INFINITY;
            }
            if (difference > largest) {
                largest = difference;
                at = i;
            }
        }
        if (largest > tolerance) {
            fail(name, largest, tolerance, computed[at] + ", recorded " + recorded[at]);
        }
    }

    void same(String name, Object computed, Object recorded) {
        cases++;
        if (!computed.equals(recorded)) {
            fail(name, Double.NaN, 0, computed + ", recorded " + recorded);
        }
    }

    /// Counts a case that must be refused.
    void refused(String name, Runnable action) {
        cases++;
        try {
            action.run();
            fail(name, Double.NaN, 0, "accepted, must be refused");
        } catch (IllegalArgumentException | IllegalStateException expected) {
            if (expected.getMessage() == null) {
                fail(name, Double.NaN, 0, "refused without a message");
            }
        }
    }

    void skip(String what) {
        skipped.add(what);
    }

    VerificationReport report() {
        return new VerificationReport(cases, failed, skipped);
    }

    static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(Checks::number).toArray();
    }

    /// All numbers of a nested array, row by row.
    static double[] flat(JsonNode node) {
        return node.isArray()
                ? node.valueStream().flatMapToDouble(n -> DoubleStream.of(flat(n))).toArray()
                : new double[] {number(node)};
    }

    private void fail(String name, double difference, double tolerance, String message) {
        failed.add(new VerificationReport.Failure(name, difference, tolerance, message));
    }
}
