package dev.whetstone.resources.sample.expert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Finds, for each remark in turn, a pair that it truly describes. Of a prompt at most one
/// pair is used. The expert goes by the wish with a person's noise: now and then the response
/// that meets fewer wishes is preferred, for the one thing that the remark names.
final class SampleExpert {
    private static final double SLIP = .06;

    private final List<List<Candidate>> answered;
    private final Random random;
    private final Set<String> used = new HashSet<>();

    /// @param answered a list of responses for each prompt
    SampleExpert(List<List<Candidate>> answered, long seed) {
        this.random = new Random(seed);
        this.answered = new ArrayList<>(answered);
        Collections.shuffle(this.answered, random);
    }

    /// One verdict a remark, in order.
    ///
    /// @throws IllegalStateException when no pair is left that a remark is true of
    List<Verdict> judge(List<Remark> remarks) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Remark remark : remarks) {
            boolean slip = random.nextDouble() < SLIP;
            Verdict verdict =
                    find(remark, slip)
                            .or(() -> find(remark, true))
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "no pair is left for: " + remark.text()));
            used.add(verdict.winner().prompt());
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private Optional<Verdict> find(Remark remark, boolean slip) {
        for (List<Candidate> responses : answered) {
            if (used.contains(responses.get(0).prompt())) {
                continue;
            }
            for (Candidate w : responses) {
                for (Candidate l : responses) {
                    if (w != l && !w.response().equals(l.response()) && fits(remark, w, l, slip)) {
                        return Optional.of(new Verdict(remark, w, l));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Remark remark, Candidate w, Candidate l, boolean slip) {
        double gap = w.verdict().satisfaction() - l.verdict().satisfaction();
        boolean better = slip ? gap > -.4 : gap > 0;
        return remark.ground().shows(w, l) && (better || !remark.ground().ranks());
    }
}
