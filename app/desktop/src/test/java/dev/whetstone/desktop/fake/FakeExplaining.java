package dev.whetstone.desktop.fake;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.explain.ExplanationFile;
import dev.whetstone.services.explain.Question;
import dev.whetstone.services.explain.Understanding;
import dev.whetstone.services.explain.Waiting;
import dev.whetstone.services.explain.Word;
import dev.whetstone.services.rules.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Knows two phrases and one word it must ask about.
public final class FakeExplaining implements Explaining {
    private final List<String> accepted = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final FakeClarifying clarifying = new FakeClarifying();
    private final FakeAsking asking = new FakeAsking(this);
    private final List<UUID> judged = new ArrayList<>();
    private final List<Waiting> waiting =
            List.of(
                    waiting(
                            0,
                            "Too much jargon, reads like a PL4.",
                            List.of("bad(X) when contains(X, @jargon)"),
                            "not understood: “PL4”"),
                    waiting(
                            2,
                            "It promises the claim is covered.",
                            List.of(
                                    "bad(X) when contains(X, @hard_words)",
                                    "bad(X) when reading_ease(X) < 40"),
                            "broad: votes on 480 of 5000 pairs"));

    public List<String> accepted() {
        return accepted;
    }

    public List<String> ignored() {
        return ignored;
    }

    @Override
    public Understanding understand(
            UUID comparisonId,
            Ranking ranking,
            Explanation explanation,
            Map<String, String> answers) {
        String text = explanation.text();
        List<Word> words = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        int promise = find(text, "promises the claim is covered", Word.Use.USED, words);
        if (promise >= 0) {
            candidates.add(
                    new Candidate(
                            "bad(X) when near(X, @promise, @coverage, 8)",
                            "Worse if the response promises that the claim is covered",
                            0,
                            new Effect(11, 13, 214, 5_000),
                            List.of(),
                            true));
            candidates.add(
                    new Candidate(
                            "bad(X) when contains(X, \"covered\")",
                            "Worse if the response says “covered”",
                            0,
                            new Effect(9, 13, 1_480, 5_000),
                            List.of("broad: fires on 30 % of pairs"),
                            false));
        }
        if (find(text, "no next steps", Word.Use.USED, words) >= 0) {
            candidates.add(
                    new Candidate(
                            "bad(X) when not contains(X, @next_steps)",
                            "Worse if there are no next steps",
                            1,
                            new Effect(10, 13, 1_930, 5_000),
                            List.of(),
                            true));
        }
        find(text, "We never promise before the survey.", Word.Use.REASON, words);
        if (find(text, "PL4", Word.Use.UNKNOWN, words) >= 0 && !answers.containsKey("pl4")) {
            questions.add(
                    new Question(
                            "pl4", "What is a “PL4”?", List.of("Teach it words", "Only a remark")));
        }
        if (text.contains("it's wrong") && !answers.containsKey("fact")) {
            questions.add(
                    new Question(
                            "fact",
                            "What exactly is wrong? Quote the words, or say what should stand"
                                    + " there.",
                            List.of("Keep it as a note")));
        }
        return new Understanding(text, words, candidates, questions);
    }

    private static int find(String text, String phrase, Word.Use use, List<Word> words) {
        int at = text.indexOf(phrase);
        if (at >= 0) {
            words.add(new Word(at, at + phrase.length(), use));
        }
        return at;
    }

    @Override
    public UUID accept(UUID comparisonId, Explanation explanation, Candidate candidate) {
        accepted.add(candidate.rule());
        return new UUID(9, accepted.size());
    }

    @Override
    public void prepare() {
        // nothing is slow here
    }

    @Override
    public void judged(UUID comparisonId) {
        judged.add(comparisonId);
    }

    public List<UUID> judged() {
        return judged;
    }

    @Override
    public List<Waiting> waiting(ReadingProgress progress) {
        return waiting.stream()
                .filter(w -> !accepted.contains(w.candidates().getFirst().rule()))
                .filter(w -> !ignored.contains(w.candidates().getFirst().rule()))
                .toList();
    }

    private static Waiting waiting(int comparison, String said, List<String> readings, String why) {
        return new Waiting(
                FakeDesk.id(comparison),
                new Explanation(Box.WORSE, said, List.of(), List.of()),
                "Maria",
                readings.stream()
                        .map(
                                rule ->
                                        new Candidate(
                                                rule,
                                                "if the response has jargon, it is worse",
                                                0,
                                                new Effect(6, 9, 480, 5_000),
                                                List.of(),
                                                false))
                        .toList(),
                List.of(why));
    }

    @Override
    public void ignore(UUID comparisonId, Explanation explanation, Candidate candidate) {
        ignored.add(candidate.rule());
    }

    @Override
    public Acceptance acceptSafe() {
        return new Acceptance(0, List.of(), 0, 0, 0);
    }

    @Override
    public FakeClarifying clarifying() {
        return clarifying;
    }

    @Override
    public FakeAsking asking() {
        return asking;
    }

    @Override
    public ExplanationFile sentences() {
        return ExplanationFile.shipped();
    }
}
