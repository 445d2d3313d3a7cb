package dev.whetstone.core.lf;

/// Anything that stands between the brackets of a call.
public sealed interface Arg permits Num, Bool, TextArg, Lang, Pattern, Choice {
    /// The type of this term; [Type#COUNT] and [Type#ENTITY] are read off where they are wanted.
    Type type();

    /// Checks that a term has a type.
    ///
    /// @throws RuleTypeException when it has another
    static void require(Arg term, Type wanted) {
        if (term.type() != wanted) {
            throw new RuleTypeException(
                    "expected " + wanted.english() + ", found " + term.type().english());
        }
    }
}
