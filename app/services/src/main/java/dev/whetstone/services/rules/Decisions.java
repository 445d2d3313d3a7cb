package dev.whetstone.services.rules;

import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.pair.PromptLead;
import dev.whetstone.services.rules.Decided.Group;
import dev.whetstone.services.rules.Decided.Outcome;
import dev.whetstone.services.vote.Choices;
import dev.whetstone.services.vote.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Picks pairs that show what a rule decides, some of each group.
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

    /// @param before of the saved rule; where there is none, nothing is new
    List<Decided> of(Optional<Column> before, Column after) {
        Map<Group, List<Decided>> groups = new EnumMap<>(Group.class);
        for (int i = 0; i < after.votes().length; i++) {
            if (after.votes()[i] != 0) {
                boolean isNew = before.isPresent() && before.get().votes()[i] != after.votes()[i];
                Outcome outcome = outcome(after, i);
                List<Decided> group =
                        groups.computeIfAbsent(
                                Decided.group(outcome, isNew), g -> new ArrayList<>());
                if (group.size() < SHOWN) {
                    group.add(decided(after, i, outcome, isNew));
                }
            }
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private Decided decided(Column after, int i, Outcome outcome, boolean isNew) {
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
                chosenBy(i),
                outcome,
                isNew);
    }

    private List<String> chosenBy(int pair) {
        int side = choices.side(pair);
        return choices.of(pair).stream()
                .filter(choice -> (choice.preference() - .5) * side > 0)
                .map(Choice::annotator)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private Outcome outcome(Column after, int i) {
        int product = choices.side(i) * after.votes()[i];
        return product > 0 ? Outcome.RIGHT : product < 0 ? Outcome.WRONG : Outcome.OPEN;
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
