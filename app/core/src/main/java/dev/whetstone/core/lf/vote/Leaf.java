package dev.whetstone.core.lf.vote;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.Type;
import java.util.List;
import java.util.Set;

/// A measure or condition whose value depends on nothing but a pair's texts: no slot, and no item
/// of a list. Its values can be kept while the thresholds around it move.
///
/// @param lists the patterns of the concepts that it names, in the order of their first use
/// @param detectors the fingerprints of the detectors that it names; empty for one that is missing
record Leaf(Arg term, List<List<Pattern>> lists, List<String> detectors) {
    Leaf {
        lists = List.copyOf(lists);
        detectors = List.copyOf(detectors);
    }

    /// 2 where it has one value for each response, 1 where it looks at neither.
    int sides() {
        Set<Scope> scopes = Scopes.of(term);
        return scopes.contains(Scope.RESPONSE) || scopes.contains(Scope.OTHER) ? 2 : 1;
    }

    boolean isCondition() {
        return term.type() == Type.BOOL;
    }
}
