package dev.whetstone.services.rules;

import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.pair.PromptLead;
import dev.whetstone.services.rules.Decided.Outcome;
import dev.whetstone.services.vote.Choices;
import dev.whetstone.services.vote.Column;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Picks pairs that show what a rule decides: newly wrong ones first, then newly right, wrong,
/// right, and those nobody chose.
final class Decisions {
    private static final int SHOWN = 12;
    private static final int PROMPT = 90;
    private static final int REPLY = 110;

    private final List<PairView> pairs;
    private final Choices choices;

    /// @param choices of the same pairs
    Decisions(List<PairView> pairs, Choices choices) {
        this.pairs = pairs;
        this.choices = choices;
    }

    List<Decided> of(Column before, Column after) {
        return IntStream.range(0, after.votes().length)
                .filter(i -> after.votes()[i] != 0)
                .boxed()
                .sorted(
                        Comparator.comparingInt(
                                i -> rank(outcome(after, i), isNew(before, after, i))))
                .limit(SHOWN)
                .map(i -> decided(before, after, i))
                .toList();
    }

    private Decided decided(Column before, Column after, int i) {
        PairView pair = pairs.get(i);
        boolean a = after.votes()[i] > 0;
        String better = (a ? pair.a() : pair.b()).text();
        String worse = (a ? pair.b() : pair.a()).text();
        int from = parting(better, worse);
        return new Decided(
                pair.ref(),
                PromptLead.of(pair.prompt().text(), PROMPT),
                excerpt(better, from),
                excerpt(worse, from),
                outcome(after, i),
                isNew(before, after, i));
    }

    private Outcome outcome(Column after, int i) {
        int product = choices.side(i) * after.votes()[i];
        return product > 0 ? Outcome.RIGHT : product < 0 ? Outcome.WRONG : Outcome.OPEN;
    }

    private static boolean isNew(Column before, Column after, int i) {
        return before.votes()[i] != after.votes()[i];
    }

    private static int rank(Outcome outcome, boolean isNew) {
        return switch (outcome) {
            case WRONG -> isNew ? 0 : 2;
            case RIGHT -> isNew ? 1 : 3;
            case OPEN -> 4;
        };
    }

    /// The start of the word where two texts begin to differ.
    private static int parting(String one, String other) {
        int end = Math.min(one.length(), other.length());
        int same = 0;
        while (same < end && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        while (same > 0 && !Character.isWhitespace(one.charAt(same - 1))) {
            same--;
        }
        return same;
    }

    private static String excerpt(String text, int from) {
        String rest = text.substring(from).replaceAll("\\s+", " ").strip();
        String cut =
                rest.length() <= REPLY ? rest : rest.substring(0, REPLY - 1).stripTrailing() + "…";
        return from == 0 ? cut : "… " + cut;
    }
}
