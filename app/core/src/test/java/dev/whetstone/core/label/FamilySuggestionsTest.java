package dev.whetstone.core.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamilySuggestionsTest {
    private static final int ROWS = 120;

    private record Drawn(LabelMatrix votes, Gold gold) {
        List<FamilySuggestions.Suggestion> suggestions() {
            return FamilySuggestions.suggest(
                    votes, gold, Collections.nCopies(votes.rules(), Set.of()));
        }
    }

    /// Independent rules of 75 to 97 % on 120 pairs, 20 of them judged: where every rule agrees
    /// with every other nearly always, and few judgements say why.
    private static Drawn strong(long seed, int copies) {
        Random random = new Random(seed);
        int rules = 8;
        double[] accuracy = random.doubles(rules, .75, .97).toArray();
        int[][] signs = new int[ROWS][rules + copies];
        double[] known = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            int right = random.nextBoolean() ? 1 : -1;
            known[i] = i < 20 ? (right + 1) / 2.0 : Double.NaN;
            for (int j = 0; j < rules; j++) {
                signs[i][j] = random.nextDouble() < accuracy[j] ? right : -right;
            }
            for (int c = 0; c < copies; c++) {
                signs[i][rules + c] = signs[i][0];
            }
        }
        List<String> names = IntStream.range(0, rules + copies).mapToObj(j -> "rule " + j).toList();
        return new Drawn(LabelMatrix.ofPairs(names, signs), new Gold(known, Set.of()));
    }

    @Test
    void strongIndependentRulesRaiseNoAlarm() {
        int alarms = 0;
        for (int seed = 0; seed < 60; seed++) {
            alarms +=
                    strong(seed, 0).suggestions().stream()
                            .mapToInt(family -> family.links().size())
                            .sum();
        }
        // 60 sets of 28 pairs of rules; without a test one pair in five is flagged
        assertThat(alarms).isLessThan(17);
    }

    @Test
    void aCopyIsFoundAndTheReasonCountsPairs() {
        Drawn drawn = weakWithCopy();
        List<FamilySuggestions.Suggestion> found = drawn.suggestions();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().rules()).containsExactly(0, 3);
        assertThat(found.getFirst().links().getFirst().reason())
                .isInstanceOfSatisfying(
                        FamilySuggestions.Reason.Agreement.class,
                        reason -> {
                            assertThat(reason.common()).isEqualTo(ROWS);
                            assertThat(reason.agree()).isEqualTo(ROWS);
                            assertThat(reason.expected()).isLessThan(.95);
                            assertThat(reason.q()).isLessThan(.05);
                        });
    }

    private static Drawn weakWithCopy() {
        Random random = new Random(4);
        int[][] signs = new int[ROWS][4];
        double[] known = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            int right = random.nextBoolean() ? 1 : -1;
            known[i] = i < 30 ? (right + 1) / 2.0 : Double.NaN;
            for (int j = 0; j < 3; j++) {
                signs[i][j] = random.nextDouble() < .65 ? right : -right;
            }
            signs[i][3] = signs[i][0];
        }
        return new Drawn(
                LabelMatrix.ofPairs(List.of("a", "b", "c", "copy"), signs),
                new Gold(known, Set.of()));
    }

    @Test
    void aChainOfLikenessesIsNoFamily() {
        Random random = new Random(4);
        int[][] signs = new int[ROWS][3];
        for (int i = 0; i < ROWS; i++) {
            int vote = random.nextBoolean() ? 1 : -1;
            signs[i][0] = i < ROWS / 2 ? vote : 0;
            signs[i][1] = vote;
            signs[i][2] = i < ROWS / 2 ? 0 : vote;
        }
        LabelMatrix votes = LabelMatrix.ofPairs(List.of("a", "b", "c"), signs);
        Gold gold = new Gold(random.doubles(ROWS).map(Math::rint).toArray(), Set.of());
        assertThat(FamilySuggestions.agreements(votes, gold)).hasSize(2);
        List<FamilySuggestions.Suggestion> found = new Drawn(votes, gold).suggestions();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().rules()).hasSize(2).contains(1);
        assertThat(found.getFirst().links()).hasSize(1);
    }

    @Test
    void fewCommonVotesSayNothing() {
        int[][] signs = new int[29][2];
        Arrays.stream(signs).forEach(row -> Arrays.fill(row, 1));
        LabelMatrix votes = LabelMatrix.ofPairs(List.of("a", "b"), signs);
        assertThat(new Drawn(votes, Gold.none(29)).suggestions()).isEmpty();
    }

    @Test
    void rulesOfTheSameThingNeedNoVotes() {
        LabelMatrix votes =
                LabelMatrix.ofPairs(List.of("a", "b", "c", "d"), new int[][] {{1, -1, 0, 1}});
        List<FamilySuggestions.Suggestion> found =
                FamilySuggestions.suggest(
                        votes,
                        Gold.none(1),
                        List.of(Set.of("length"), Set.of("tone"), Set.of("length"), Set.of()));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().rules()).containsExactly(0, 2);
        assertThat(found.getFirst().links().getFirst().reason())
                .isEqualTo(new FamilySuggestions.Reason.SameThing(Set.of("length")));
    }
}
