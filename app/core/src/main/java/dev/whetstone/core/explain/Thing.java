package dev.whetstone.core.explain;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.text.EntityType;

/// What a noun stands for: something that a text can have.
sealed interface Thing {
    /// Words: a concept or a literal.
    ///
    /// @param typed the words as the expert wrote them; what is looked for when there is no concept
    record Words(Pattern pattern, Pattern.Literal typed) implements Thing {
        boolean literal() {
            return pattern instanceof Pattern.Literal;
        }
    }

    /// Something that is counted: bullets, links.
    ///
    /// @param request the kind under which a prompt asks for it; empty when it has none
    record Counted(Num count, String request) implements Thing {}

    /// Something that is there or not: a greeting.
    record Holding(Bool bool, String request) implements Thing {}

    /// Something recognised by its form: an amount of money, a date.
    record Entity(EntityType type) implements Thing {}
}
