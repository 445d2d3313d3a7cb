package dev.whetstone.core.lf;

import java.util.Set;

/// One parameter of a function.
///
/// @param name what it stands for, for completion and messages
/// @param accepts the types it takes
public record Parameter(String name, Set<Type> accepts) {
    public Parameter {
        accepts = Set.copyOf(accepts);
    }

    /// Whether a term may stand here.
    public boolean takes(Arg term) {
        return accepts.contains(term.type())
                || (accepts.contains(Type.ENTITY) && term instanceof Pattern.Entity)
                || (accepts.contains(Type.COUNT) && isCount(term));
    }

    /// What is wanted here, for messages.
    public String english() {
        return accepts.stream()
                .sorted()
                .map(Type::english)
                .reduce((left, right) -> left + " or " + right)
                .orElseThrow();
    }

    private static boolean isCount(Arg term) {
        return term instanceof Num.Constant(double value)
                && value >= 1
                && value <= 1000
                && value == Math.rint(value);
    }
}
