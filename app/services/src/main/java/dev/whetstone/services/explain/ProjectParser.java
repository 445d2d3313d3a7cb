package dev.whetstone.services.explain;

import dev.whetstone.core.explain.ExplanationParser;
import dev.whetstone.core.explain.Lexicon;
import dev.whetstone.services.vote.ConceptBook;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The explanation parser with a project's own word lists in its lexicon, made anew when their
/// names change.
public final class ProjectParser {
    private final ExplanationParser shipped;
    private final ConceptBook concepts;
    private Set<String> names = Set.of();
    private @Nullable ExplanationParser own;

    /// @param shipped serves while the project has no lists of its own
    public ProjectParser(ExplanationParser shipped, ConceptBook concepts) {
        this.shipped = shipped;
        this.concepts = concepts;
    }

    /// Of the word lists as they stand now.
    public synchronized ExplanationParser parser() {
        var lists = concepts.own();
        if (lists.names().isEmpty()) {
            return shipped;
        }
        ExplanationParser known = own;
        if (known == null || !names.equals(lists.names())) {
            known = new ExplanationParser(Lexicon.bundledWith(lists));
            own = known;
            names = Set.copyOf(lists.names());
        }
        return known;
    }
}
