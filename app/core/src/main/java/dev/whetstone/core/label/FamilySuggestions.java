package dev.whetstone.core.label;

import dev.whetstone.core.mine.FalseDiscovery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/// Which rules may be one story told several times, for a person to confirm: rules that look at the
/// same thing, and rules that agree more than independent rules could, however good they are.
public final class FamilySuggestions {
    /// Share of chance findings that is accepted among agreements.
    public static final double FALSE_DISCOVERIES = .05;

    private static final double UPPER = .975;

    private FamilySuggestions() {}

    /// Why two rules are suggested to be one family.
    public sealed interface Reason {
        /// They look at the same thing.
        record SameThing(Set<String> things) implements Reason {
            public SameThing {
                things = Set.copyOf(things);
            }
        }

        /// They agree more than independent rules of their accuracy.
        ///
        /// @param agree of `common` pairs that both vote on
        /// @param expected highest agreement to be expected of independent rules
        /// @param q adjusted p value
        record Agreement(int agree, int common, double expected, double q) implements Reason {}
    }

    /// Two rules, by their places in the matrix, `first < second`.
    public record Link(int first, int second, Reason reason) {}

    /// Rules of which every two are linked.
    ///
    /// @param rules places, ascending
    public record Suggestion(List<Integer> rules, List<Link> links) {
        public Suggestion {
            rules = List.copyOf(rules);
            links = List.copyOf(links);
        }
    }

    /// @param things what each rule looks at; empty sets are not compared
    public static List<Suggestion> suggest(LabelMatrix votes, Gold gold, List<Set<String>> things) {
        List<Link> links = new ArrayList<>(sameThings(things));
        links.addAll(agreements(votes, gold));
        int[] family = together(votes.rules(), links);
        List<Suggestion> suggestions = new ArrayList<>();
        for (int f = 0; f < family.length; f++) {
            int name = f;
            List<Integer> rules = new ArrayList<>();
            for (int j = 0; j < family.length; j++) {
                if (family[j] == name) {
                    rules.add(j);
                }
            }
            if (rules.size() > 1) {
                suggestions.add(
                        new Suggestion(
                                rules,
                                links.stream()
                                        .filter(
                                                link ->
                                                        family[link.first()] == name
                                                                && family[link.second()] == name)
                                        .toList()));
            }
        }
        return suggestions;
    }

    /// The family of each rule, by its first rule. Links are taken in their order, and join two
    /// families only where every rule of the one is linked with every rule of the other: a chain of
    /// likenesses from rule to rule is no common story.
    private static int[] together(int rules, List<Link> links) {
        boolean[][] linked = new boolean[rules][rules];
        links.forEach(
                link -> {
                    linked[link.first()][link.second()] = true;
                    linked[link.second()][link.first()] = true;
                });
        int[] family = new int[rules];
        Arrays.setAll(family, j -> j);
        for (Link link : links) {
            int one = family[link.first()];
            int other = family[link.second()];
            boolean all =
                    IntStream.range(0, rules)
                            .filter(j -> family[j] == one)
                            .allMatch(
                                    j ->
                                            IntStream.range(0, rules)
                                                    .filter(k -> family[k] == other)
                                                    .allMatch(k -> linked[j][k]));
            if (one != other && all) {
                Arrays.setAll(
                        family,
                        j ->
                                family[j] == one || family[j] == other
                                        ? Math.min(one, other)
                                        : family[j]);
            }
        }
        return family;
    }

    private static List<Link> sameThings(List<Set<String>> things) {
        List<Link> links = new ArrayList<>();
        for (int j = 0; j < things.size(); j++) {
            for (int k = j + 1; k < things.size(); k++) {
                if (!things.get(j).isEmpty() && things.get(j).equals(things.get(k))) {
                    links.add(new Link(j, k, new Reason.SameThing(things.get(j))));
                }
            }
        }
        return links;
    }

    /// Pairs of rules with 30 common votes or more whose agreement is above what independent rules
    /// reach at the upper ends of what is believed of their accuracies (binomial test, one-sided;
    /// Benjamini and Hochberg over all pairs that were tested), and whose excess is above 0.3;
    /// the greatest excess first.
    static List<Link> agreements(LabelMatrix votes, Gold gold) {
        double[] upper = upperAccuracies(votes, gold);
        double[][] excess = RuleFamilies.excess(votes, gold, RuleFamilies.COMMON_VOTES_TO_SUGGEST);
        List<Link> tested = new ArrayList<>();
        List<Double> ps = new ArrayList<>();
        for (int j = 0; j < votes.rules(); j++) {
            for (int k = j + 1; k < votes.rules(); k++) {
                int common = 0;
                int agree = 0;
                for (int i = 0; i < votes.rows(); i++) {
                    if (votes.voted(i, j) && votes.voted(i, k)) {
                        common++;
                        agree += votes.vote(i, j) == votes.vote(i, k) ? 1 : 0;
                    }
                }
                if (common >= RuleFamilies.COMMON_VOTES_TO_SUGGEST) {
                    double expected = upper[j] * upper[k] + (1 - upper[j]) * (1 - upper[k]);
                    ps.add(atLeast(agree, common, expected));
                    tested.add(new Link(j, k, new Reason.Agreement(agree, common, expected, 1)));
                }
            }
        }
        double[] q = FalseDiscovery.adjusted(ps.stream().mapToDouble(p -> p).toArray());
        List<Link> links = new ArrayList<>();
        for (int t = 0; t < tested.size(); t++) {
            Link link = tested.get(t);
            if (q[t] <= FALSE_DISCOVERIES
                    && excess[link.first()][link.second()] > RuleFamilies.THRESHOLD
                    && link.reason()
                            instanceof Reason.Agreement(int agree, int common, double e, _)) {
                links.add(
                        new Link(
                                link.first(),
                                link.second(),
                                new Reason.Agreement(agree, common, e, q[t])));
            }
        }
        links.sort(Comparator.comparingDouble(link -> -excess[link.first()][link.second()]));
        return links;
    }

    /// The 97.5 % quantile of Beta(7 + right, 3 + wrong), and at least one half.
    private static double[] upperAccuracies(LabelMatrix votes, Gold gold) {
        double[] upper = new double[votes.rules()];
        for (int j = 0; j < upper.length; j++) {
            double right = 0;
            int counted = 0;
            for (int i = 0; i < votes.rows(); i++) {
                if (votes.voted(i, j) && gold.countsFor(i, j)) {
                    right += GoldOnlyWeights.agreement(votes.sign(i, j), gold.preference(i));
                    counted++;
                }
            }
            BetaPrior prior = BetaPrior.NORMAL;
            upper[j] =
                    Math.max(
                            .5,
                            new BetaDistribution(
                                            prior.right() + right, prior.wrong() + counted - right)
                                    .inverseCumulativeProbability(UPPER));
        }
        return upper;
    }

    private static double atLeast(int agree, int common, double p) {
        return agree == 0
                ? 1
                : 1 - new BinomialDistribution(common, p).cumulativeProbability(agree - 1);
    }
}
