package dev.whetstone.core.label;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What experts themselves said about the pairs of a matrix: p(A preferred) of the judged ones
/// (1, 0, or 0.5 for a tie), and from which pair each rule was written, since a rule is always
/// right on its own pair.
public final class Gold {
    /// The pair that a rule's explanation was given for.
    public record Source(int row, int rule) {}

    private final double[] preference;
    private final Set<Source> sources;
    private final int[] questions;

    /// @param preference p(A preferred) for each row, NaN where not judged
    public Gold(double[] preference, Set<Source> sources) {
        this(preference, sources, IntStream.range(0, preference.length).toArray());
    }

    private Gold(double[] preference, Set<Source> sources, int[] questions) {
        for (double p : preference) {
            if (p < 0 || p > 1) {
                throw new IllegalArgumentException("a judgement of " + p + " is no probability");
            }
        }
        this.preference = preference.clone();
        this.sources = Set.copyOf(sources);
        this.questions = questions;
    }

    /// The same judgements, of pairs that share questions; without it every row asks its own.
    ///
    /// @param questions one a row: rows of one number are never split between what a model learns
    ///     from and what it is measured on
    public Gold about(int[] questions) {
        if (questions.length != preference.length) {
            throw new IllegalArgumentException(
                    questions.length + " questions for " + preference.length + " rows");
        }
        return new Gold(preference, sources, questions.clone());
    }

    public static Gold none(int rows) {
        double[] nothing = new double[rows];
        Arrays.fill(nothing, Double.NaN);
        return new Gold(nothing, Set.of());
    }

    /// @param classes 1 for A, 0 for B, -1 where not judged
    public static Gold ofClasses(int... classes) {
        return new Gold(
                Arrays.stream(classes).mapToDouble(c -> c < 0 ? Double.NaN : c).toArray(),
                Set.of());
    }

    public boolean judged(int row) {
        return !Double.isNaN(preference[row]);
    }

    public double preference(int row) {
        return preference[row];
    }

    int question(int row) {
        return questions[row];
    }

    /// Whether the row may be counted when the rule's accuracy is estimated.
    public boolean countsFor(int row, int rule) {
        return judged(row) && !sources.contains(new Source(row, rule));
    }

    /// Other judgements on some of the rows, with the same sources and questions.
    Gold select(int[] rows, double[] other) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int r = 0; r < rows.length; r++) {
            places.put(rows[r], r);
        }
        Set<Source> kept = new HashSet<>();
        for (Source source : sources) {
            Integer place = places.get(source.row());
            if (place != null) {
                kept.add(new Source(place, source.rule()));
            }
        }
        return new Gold(other, kept, IntStream.of(rows).map(row -> questions[row]).toArray());
    }

    public int rows() {
        return preference.length;
    }

    public int size() {
        return (int) IntStream.range(0, rows()).filter(this::judged).count();
    }

    /// The class of each row; -1 where not judged or tied.
    public int[] classes() {
        return Arrays.stream(preference)
                .mapToInt(p -> Double.isNaN(p) || p == 0.5 ? -1 : p > 0.5 ? 1 : 0)
                .toArray();
    }
}
