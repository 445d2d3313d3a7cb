package dev.whetstone.core.lf.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.lf.FixedDetectors;
import dev.whetstone.core.lf.RandomRules;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RulePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairTableTest {
    private static final List<String> PIECES =
            List.of(
                    "I am sorry, this is not covered. ",
                    "Please call 555-123-4567!\n\n",
                    "- one\n- two\n",
                    "1. first\n2. second\n",
                    "VAT is 19 % of $1,000. ",
                    "For example, see https://a.example/x. ",
                    "Ça va? ",
                    "可以的。",
                    "\ud83d\ude00 ",
                    "As an AI I cannot help with that. ");

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static List<PairFeatures> pairs(int count, long seed) {
        Random random = new Random(seed);
        List<PairFeatures> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(
                    PairFeatures.of(
                            new PairText(
                                    text(random),
                                    text(random),
                                    text(random),
                                    i % 3 == 0 ? text(random) : "")));
        }
        return pairs;
    }

    private static VoteMatrix kept(PairTable table, CompiledRule rule) {
        return new VoteEngine(Runnable::run).vote(table, List.of(rule), () -> false);
    }

    private static void assertSame(Rule rule, VoteMatrix votes, VoteMatrix plain) {
        assertThat(votes.column(0)).as(RulePrinter.print(rule)).isEqualTo(plain.column(0));
        for (Abstention reason : Abstention.values()) {
            assertThat(votes.abstentions(0, reason))
                    .as(RulePrinter.print(rule) + " " + reason)
                    .isEqualTo(plain.abstentions(0, reason));
        }
    }

    @Test
    void keptMeasuresVoteAndAbstainAsFreshOnesDo() {
        List<PairFeatures> pairs = pairs(40, 5);
        PairTable table = new PairTable(pairs, 1 << 20);
        RandomRules rules = new RandomRules(11);
        VoteEngine engine = new VoteEngine(Runnable::run);
        for (int i = 0; i < 250; i++) {
            Rule rule = rules.next();
            for (double slot : new double[] {1, 3}) {
                SlotValues slots =
                        new SlotValues(Map.of("t", slot, "n", slot, "m", slot, "s1", slot));
                CompiledRule compiled =
                        new RuleCompiler(StarterConcepts.concepts(), new FixedDetectors())
                                .compile(rule, slots);
                VoteMatrix plain = engine.voteAgain(pairs, List.of(compiled));
                assertSame(rule, kept(table, compiled), plain);
                assertSame(rule, kept(table, compiled), plain);
            }
        }
    }

    @Test
    void aMovedThresholdAndAnEditedConceptVoteAnew() throws Exception {
        PairTable table =
                new PairTable(
                        List.of(
                                PairFeatures.of(PairText.of("p", "one two three!!", "one!")),
                                PairFeatures.of(PairText.of("p", "one", "one two three four"))),
                        1 << 20);
        RuleCompiler compiler = new RuleCompiler(StarterConcepts.concepts());
        Rule near = RuleParser.parse("prefer lower words(X) by 2");
        Rule far = RuleParser.parse("prefer lower words(X) by 3");
        assertThat(kept(table, compiler.compile(near)).column(0)).containsExactly(-1, 1);
        assertThat(kept(table, compiler.compile(far)).column(0)).containsExactly(0, 1);

        Rule named = RuleParser.parse("good(X) when contains(X, @mine)");
        var two = StarterConcepts.concepts().with("mine", patterns("two"));
        var four = StarterConcepts.concepts().with("mine", patterns("four"));
        assertThat(kept(table, new RuleCompiler(two).compile(named)).column(0))
                .containsExactly(1, -1);
        assertThat(kept(table, new RuleCompiler(four).compile(named)).column(0))
                .containsExactly(0, -1);
    }

    private static List<dev.whetstone.core.lf.Pattern> patterns(String word) {
        return List.of(new dev.whetstone.core.lf.Pattern.Literal(word));
    }

    @Test
    void severalThreadsVoteAsOneDoes() {
        List<PairFeatures> pairs = pairs(1_500, 6);
        RandomRules rules = new RandomRules(12);
        RuleCompiler compiler = new RuleCompiler(StarterConcepts.concepts());
        List<CompiledRule> compiled =
                IntStream.range(0, 60).mapToObj(_ -> compiler.compile(rules.next())).toList();
        VoteMatrix serial = new VoteEngine(Runnable::run).voteAgain(pairs(1_500, 6), compiled);
        try (ForkJoinPool pool = new ForkJoinPool(4)) {
            VoteEngine engine = new VoteEngine(pool);
            PairTable table = new PairTable(pairs, 1 << 24);
            for (VoteMatrix parallel :
                    List.of(
                            engine.voteAgain(pairs, compiled),
                            engine.vote(table, compiled, () -> false),
                            engine.vote(table, compiled, () -> false))) {
                for (int j = 0; j < compiled.size(); j++) {
                    assertThat(parallel.column(j)).isEqualTo(serial.column(j));
                }
            }
        }
    }

    @Test
    void rowsInSightComeFirstInTheirOrder() throws Exception {
        List<PairFeatures> pairs = pairs(100, 7);
        CompiledRule rule =
                new RuleCompiler(StarterConcepts.concepts())
                        .compile(RuleParser.parse("prefer lower words(X) by 1"));
        byte[] all = kept(new PairTable(pairs, 1 << 20), rule).column(0);
        byte[] some =
                new VoteEngine(Runnable::run)
                        .glance(new PairTable(pairs, 1 << 20), rule, new int[] {7, 3, 99});
        assertThat(some).containsExactly(all[7], all[3], all[99]);
    }

    @Test
    void keepsNoMoreThanItsBound() throws Exception {
        PairTable table = new PairTable(pairs(100, 8), 4_000);
        RuleCompiler compiler = new RuleCompiler(StarterConcepts.concepts());
        for (String measure : List.of("words", "chars", "lines", "sentences", "exclamations")) {
            kept(table, compiler.compile(RuleParser.parse("prefer lower " + measure + "(X)")));
            assertThat(table.bytes()).isBetween(1_800L, 4_000L);
        }
    }

    @Test
    void stopsWhenItsVotesAreNoLongerWanted() throws Exception {
        PairTable table = new PairTable(pairs(300, 9), 1 << 20);
        CompiledRule rule =
                new RuleCompiler(StarterConcepts.concepts())
                        .compile(RuleParser.parse("prefer lower words(X) by 1"));
        VoteEngine engine = new VoteEngine(Runnable::run);
        assertThatThrownBy(() -> engine.vote(table, List.of(rule), () -> true))
                .isInstanceOf(CancellationException.class);
        assertThat(engine.vote(table, List.of(rule), () -> false).column(0))
                .isEqualTo(kept(new PairTable(pairs(300, 9), 1 << 20), rule).column(0));
    }
}
