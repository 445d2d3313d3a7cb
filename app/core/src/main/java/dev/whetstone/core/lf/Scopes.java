package dev.whetstone.core.lf;

import java.util.EnumSet;
import java.util.Set;

/// Which texts a term speaks of.
public final class Scopes {
    private Scopes() {}

    /// The scopes that a term mentions, `it` included only where no quantifier binds it.
    public static Set<Scope> of(Arg term) {
        Set<Scope> found = EnumSet.noneOf(Scope.class);
        collect(term, found);
        return found;
    }

    static void check(Arg term, Set<Scope> allowed) {
        for (Scope scope : of(term)) {
            if (!allowed.contains(scope)) {
                throw new RuleTypeException(
                        scope == Scope.ITEM
                                ? "\"it\" stands only inside all(...) and some(...)"
                                : scope.id() + " stands only in \"prefer X over Y when ...\"");
            }
        }
    }

    static void requireResponse(Arg term) {
        Set<Scope> scopes = of(term);
        if (!scopes.contains(Scope.RESPONSE) && !scopes.contains(Scope.OTHER)) {
            throw new RuleTypeException(
                    "the rule never looks at the response X, so it could not tell two apart");
        }
    }

    private static void collect(Arg term, Set<Scope> found) {
        switch (term) {
            case Scope scope -> found.add(scope);
            case Call call -> collectCall(call, found);
            case Bool.Or(var operands) -> operands.forEach(operand -> collect(operand, found));
            case Bool.And(var operands) -> operands.forEach(operand -> collect(operand, found));
            case Bool.Not(var operand) -> collect(operand, found);
            case Bool.Compare(var left, _, var right) -> both(left, right, found);
            case Bool.CompareLang(var left, _, var right) -> both(left, right, found);
            case Num.Product(var left, var right) -> both(left, right, found);
            case Num.Quotient(var left, var right) -> both(left, right, found);
            case Num.Constant _, Num.Slot _, Lang.Code _, Choice _ -> {}
            case Pattern.Literal _, Pattern.Regex _, Pattern.Concept _ -> {}
            case Pattern.AnyOf _, Pattern.Entity _, Pattern.Structure _ -> {}
        }
    }

    private static void collectCall(Call call, Set<Scope> found) {
        if (call.function() == Function.ALL || call.function() == Function.SOME) {
            collect(call.args().getFirst(), found);
            Set<Scope> inBody = of(call.args().getLast());
            inBody.remove(Scope.ITEM);
            found.addAll(inBody);
        } else {
            call.args().forEach(arg -> collect(arg, found));
        }
    }

    private static void both(Arg left, Arg right, Set<Scope> found) {
        collect(left, found);
        collect(right, found);
    }
}
