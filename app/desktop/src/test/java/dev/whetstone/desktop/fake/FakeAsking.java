package dev.whetstone.desktop.fake;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.text.Spans;
import dev.whetstone.services.explain.Asked;
import dev.whetstone.services.explain.Asking;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Deciding;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.explain.Understanding;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.judge.Step;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.pair.PairView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Asks about the third comparison whenever a sentence has two readings of one part: the first
/// meaning is for its first reply, the second for neither.
public final class FakeAsking implements Asking {
    private final Explaining explaining;
    private final List<UUID> takenBack = new ArrayList<>();

    FakeAsking(Explaining explaining) {
        this.explaining = explaining;
    }

    public List<UUID> takenBack() {
        return takenBack;
    }

    @Override
    public Optional<Asked> question(
            UUID comparisonId, Explanation explanation, Map<String, String> answers, Desk desk) {
        Understanding understood =
                explaining.understand(comparisonId, Ranking.NONE, explanation, answers);
        List<Candidate> meanings =
                understood.candidates().stream().filter(c -> c.reading() == 0).toList();
        if (meanings.size() < 2) {
            return Optional.empty();
        }
        Showing showing = desk.look(FakeDesk.id(2)).orElseThrow();
        String a = showing.responses().get(0).text();
        Spans.Builder found = new Spans.Builder();
        found.add(
                a.indexOf("your excess"), a.indexOf("your excess") + "your excess of 150".length());
        return Optional.of(
                new Asked(
                        comparisonId,
                        1,
                        explanation,
                        understood.words(),
                        new Deciding(
                                new PairView(
                                        new PairRef(showing.comparison().id(), 0, 1),
                                        showing.prompt(),
                                        showing.responses().get(0),
                                        showing.responses().get(1)),
                                meanings.get(0),
                                1,
                                meanings.get(1),
                                0,
                                593,
                                1_204),
                        showing,
                        found.build(),
                        Spans.NONE));
    }

    @Override
    public Optional<Candidate> answer(Asked asked, Ranking better, Desk desk) {
        var unused =
                desk.judge(
                        asked.showing().comparison().id(),
                        new Draft(
                                better,
                                Strength.UNSAID,
                                Acceptable.UNSAID,
                                false,
                                Explanation.NONE));
        Optional<Candidate> picked = asked.deciding().picked(better);
        picked.ifPresent(
                rule -> {
                    var unusedId =
                            explaining.accept(asked.comparisonId(), asked.explanation(), rule);
                });
        return picked;
    }

    @Override
    public void takenBack(Step step) {
        takenBack.add(step.event());
    }

    @Override
    public void doneAgain(Step step) {
        takenBack.remove(step.event());
    }
}
