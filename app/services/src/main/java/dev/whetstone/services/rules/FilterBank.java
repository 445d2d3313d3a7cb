package dev.whetstone.services.rules;

import dev.whetstone.core.label.Gold;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.label.RuleFamilies;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.core.lf.vote.Abstention;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.Finding.Kind;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Nine filters that every rule passes through. Each says in plain words what a person should look
/// at, and on which pairs; none of them changes or stops a rule by itself.
final class FilterBank {
    private static final double BROAD = .9;
    private static final int FEW = 2;
    private static final int TURNED = 500;

    private final Ballot ballot;
    private final List<PairFeatures> features;
    private final RuleCompiler compiler;

    /// @param ballot of the active rules
    /// @param features of the ballot's pairs
    FilterBank(Ballot ballot, List<PairFeatures> features, RuleCompiler compiler) {
        this.ballot = ballot;
        this.features = features;
        this.compiler = compiler;
    }

    List<Finding> check(Examined rule) {
        List<Finding> findings = new ArrayList<>();
        List<Integer> others =
                IntStream.range(0, ballot.rules().size())
                        .filter(j -> !ballot.rules().get(j).ruleId().equals(rule.id()))
                        .boxed()
                        .toList();
        CompiledRule compiled = compiler.compile(rule.rule(), rule.slots());
        duplicates(rule, others, findings);
        new ContrastFilter(ballot, features, compiler).check(rule, findings);
        turned(rule, compiled, findings);
        errors(rule, compiled, findings);
        coverage(rule, findings);
        neighbours(rule, others, findings);
        new ChoiceFilter(ballot).check(rule, findings);
        new LeakFilter(ballot.pairs(), features).check(rule, findings);
        return findings;
    }

    private void duplicates(Examined rule, List<Integer> others, List<Finding> findings) {
        for (int j : others) {
            RuleVersion other = ballot.rules().get(j);
            if (NormalForm.ofVotes(RuleTexts.parse(other.text()))
                    .equals(NormalForm.ofVotes(rule.rule()))) {
                findings.add(
                        Finding.of(
                                Kind.DUPLICATE,
                                "says the same as “"
                                        + other.name()
                                        + "”; keep one and link the explanation to it"));
            }
        }
    }

    /// Votes must change their sign when the sides are exchanged; the language sees to it, and this
    /// looks whether it does.
    private void turned(Examined rule, CompiledRule compiled, List<Finding> findings) {
        List<PairRef> wrong =
                rows(
                        row ->
                                row < TURNED
                                        && compiled.explain(turned(features.get(row))).value()
                                                != -rule.vote(row));
        if (!wrong.isEmpty()) {
            findings.add(
                    new Finding(
                            Kind.ANTISYMMETRY,
                            "does not turn its vote round on "
                                    + pairs(wrong.size())
                                    + " when the two replies change places",
                            wrong));
        }
    }

    private static PairFeatures turned(PairFeatures pair) {
        return new PairFeatures(pair.prompt(), pair.second(), pair.first(), pair.source());
    }

    private void errors(Examined rule, CompiledRule compiled, List<Finding> findings) {
        if (rule.column().errors() == 0) {
            return;
        }
        Map<Abstention, List<PairRef>> where = new EnumMap<>(Abstention.class);
        for (int row = 0; row < features.size(); row++) {
            if (rule.vote(row) == 0) {
                PairRef ref = ballot.pairs().get(row).ref();
                compiled.explain(features.get(row))
                        .reasons()
                        .forEach(
                                reason ->
                                        where.computeIfAbsent(reason, r -> new ArrayList<>())
                                                .add(ref));
            }
        }
        where.forEach(
                (reason, refs) ->
                        findings.add(
                                new Finding(
                                        Kind.ERRORS,
                                        "could not tell on "
                                                + pairs(refs.size())
                                                + ": "
                                                + reason.english(),
                                        refs)));
    }

    private void coverage(Examined rule, List<Finding> findings) {
        int all = features.size();
        int fires = rule.column().fires();
        String votes = "votes on " + fires + " of " + pairs(all);
        if (fires < FEW) {
            findings.add(
                    new Finding(Kind.NARROW, "narrow: " + votes, rows(row -> rule.vote(row) != 0)));
        } else if (fires > BROAD * all) {
            findings.add(
                    new Finding(
                            Kind.BROAD,
                            "broad: "
                                    + votes
                                    + "; look whether it should ask something of the prompt",
                            rows(row -> rule.vote(row) == 0)));
        }
    }

    private void neighbours(Examined rule, List<Integer> others, List<Finding> findings) {
        int[] own = signs(row -> rule.vote(row));
        for (int j : others) {
            int[] its = signs(row -> ballot.vote(row, j));
            RuleVersion other = ballot.rules().get(j);
            PresentRule there = new PresentRule(RuleTexts.parse(other.text()), its);
            if (there.saysTheOppositeOf(new PresentRule(rule.rule(), own))) {
                findings.add(
                        new Finding(
                                Kind.CONTRADICTION,
                                "says the opposite of “"
                                        + other.name()
                                        + "”: one of them is wrong, or each needs a condition",
                                rows(row -> own[row] * its[row] < 0)));
            } else if (isFamily(own, its)) {
                int shared = (int) count(row -> own[row] * its[row] != 0);
                int agree = (int) count(row -> own[row] * its[row] > 0);
                findings.add(
                        new Finding(
                                Kind.FAMILY,
                                "votes as “"
                                        + other.name()
                                        + "” does on "
                                        + agree
                                        + " of the "
                                        + pairs(shared)
                                        + " that both speak of: they may be one idea, to be counted once",
                                rows(row -> own[row] * its[row] < 0)));
            }
        }
    }

    /// Excess agreement above 0.3 on at least 30 shared pairs, as [RuleFamilies] defines it.
    private boolean isFamily(int[] own, int[] its) {
        int[][] signs = new int[own.length][2];
        for (int row = 0; row < own.length; row++) {
            signs[row] = new int[] {own[row], its[row]};
        }
        double[][] excess =
                RuleFamilies.excess(
                        LabelMatrix.ofPairs(List.of("a", "b"), signs),
                        new Gold(ballot.choices().preferences(), Set.of()),
                        RuleFamilies.COMMON_VOTES_TO_SUGGEST);
        return excess[0][1] > RuleFamilies.THRESHOLD;
    }

    private interface Votes {
        int of(int row);
    }

    private int[] signs(Votes votes) {
        return IntStream.range(0, features.size()).map(votes::of).toArray();
    }

    private long count(IntPredicate test) {
        return IntStream.range(0, features.size()).filter(test).count();
    }

    private List<PairRef> rows(IntPredicate test) {
        return IntStream.range(0, features.size())
                .filter(test)
                .mapToObj(row -> ballot.pairs().get(row).ref())
                .toList();
    }

    static String pairs(int count) {
        return count + (count == 1 ? " pair" : " pairs");
    }
}
