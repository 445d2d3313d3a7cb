package dev.whetstone.desktop.fake;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Clarifying;
import dev.whetstone.services.explain.Deciding;
import dev.whetstone.services.explain.Gated;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.rules.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Remembers the word lists; gates rules about next steps.
public final class FakeClarifying implements Clarifying {
    private final List<String> grown = new ArrayList<>();
    private boolean nothingSimilar;

    /// What was added to word lists: `name: word, word by person`.
    public List<String> grown() {
        return grown;
    }

    /// No reply is like this one.
    public void findNothingSimilar() {
        nothingSimilar = true;
    }

    static Candidate candidate(String rule, String sentence) {
        return new Candidate(rule, sentence, 0, new Effect(7, 9, 120, 5_000), List.of(), false);
    }

    @Override
    public Optional<Deciding> deciding(
            UUID comparisonId, Ranking ranking, Candidate first, Candidate second) {
        return Optional.empty();
    }

    @Override
    public Optional<Gated> gate(UUID comparisonId, Candidate candidate) {
        return candidate.rule().contains("@next_steps") && !candidate.rule().contains("(P,")
                ? Optional.of(
                        new Gated(
                                "next steps",
                                candidate(
                                        "bad(X) when mentions(P, @next_steps) and not contains(X,"
                                                + " @next_steps)",
                                        "Worse if the message asks for next steps and there are"
                                                + " none")))
                : Optional.empty();
    }

    @Override
    public Candidate concept(Box box, String name, List<String> words, String author) {
        if (name.isBlank() || words.isEmpty()) {
            throw new ServiceException("concept.empty", "A word list needs a name.", "");
        }
        grown.add(name + ": " + String.join(", ", words) + " by " + author);
        return candidate("bad(X) when contains(X, @" + name + ")", "Worse if it has " + name);
    }

    @Override
    public List<Candidate> fact(String topic, String right, String wrong) {
        return List.of(
                candidate(
                        "good(X) when near(X, \"" + topic + "\", \"" + right + "\", 12)",
                        "Better if " + topic + " is " + right));
    }

    @Override
    public List<Candidate> similar(UUID comparisonId, Ranking ranking, Box box) {
        return nothingSimilar
                ? List.of()
                : List.of(candidate("bad(X) when contains(X, \"rest assured\")", "Worse if so"));
    }
}
