package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Explanation;
import java.util.List;
import java.util.UUID;

/// A sentence of an expert that may be a rule, which no rule of the project says yet.
///
/// @param author whose sentence it is; empty when nobody is known
/// @param candidates what it may mean, best first; at least one
/// @param reasons why no program may accept it by itself, in words; empty when it could
public record Waiting(
        UUID comparisonId,
        Explanation explanation,
        String author,
        List<Candidate> candidates,
        List<String> reasons) {
    public Waiting {
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("nothing waits without a candidate");
        }
    }
}
