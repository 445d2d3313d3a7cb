package dev.whetstone.core.lf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Walks over terms.
public final class Terms {
    private Terms() {}

    /// The term with its scopes and slots replaced.
    public static Arg map(
            Arg term,
            UnaryOperator<Scope> scopes,
            java.util.function.Function<Num.Slot, ? extends Num> slots) {
        return switch (term) {
            case Scope scope -> scopes.apply(scope);
            case Num.Slot slot -> slots.apply(slot);
            case Call(var function, var args) ->
                    new Call(function, args.stream().map(a -> map(a, scopes, slots)).toList());
            case Bool.Or(var operands) -> new Bool.Or(mapAll(operands, scopes, slots));
            case Bool.And(var operands) -> new Bool.And(mapAll(operands, scopes, slots));
            case Bool.Not(var operand) -> new Bool.Not((Bool) map(operand, scopes, slots));
            case Bool.Compare(var left, var relation, var right) ->
                    new Bool.Compare(
                            (Num) map(left, scopes, slots),
                            relation,
                            (Num) map(right, scopes, slots));
            case Bool.CompareLang(var left, var relation, var right) ->
                    new Bool.CompareLang(
                            (Lang) map(left, scopes, slots),
                            relation,
                            (Lang) map(right, scopes, slots));
            case Num.Product(var left, var right) ->
                    new Num.Product(
                            (Num) map(left, scopes, slots), (Num) map(right, scopes, slots));
            case Num.Quotient(var left, var right) ->
                    new Num.Quotient(
                            (Num) map(left, scopes, slots), (Num) map(right, scopes, slots));
            case Num.Constant _, Lang.Code _, Choice _ -> term;
            case Pattern.Literal _, Pattern.Regex _, Pattern.Concept _ -> term;
            case Pattern.AnyOf _, Pattern.Entity _, Pattern.Structure _ -> term;
        };
    }

    private static List<Bool> mapAll(
            List<Bool> operands,
            UnaryOperator<Scope> scopes,
            java.util.function.Function<Num.Slot, ? extends Num> slots) {
        return operands.stream().map(o -> (Bool) map(o, scopes, slots)).toList();
    }

    /// Visits a term and all terms in it, outermost first, left to right.
    public static void visit(Arg term, Consumer<Arg> visitor) {
        visitor.accept(term);
        switch (term) {
            case Call(_, var args) -> args.forEach(arg -> visit(arg, visitor));
            case Bool.Or(var operands) -> operands.forEach(operand -> visit(operand, visitor));
            case Bool.And(var operands) -> operands.forEach(operand -> visit(operand, visitor));
            case Bool.Not(var operand) -> visit(operand, visitor);
            case Bool.Compare(var left, _, var right) -> visitBoth(left, right, visitor);
            case Bool.CompareLang(var left, _, var right) -> visitBoth(left, right, visitor);
            case Num.Product(var left, var right) -> visitBoth(left, right, visitor);
            case Num.Quotient(var left, var right) -> visitBoth(left, right, visitor);
            case Pattern.AnyOf(var literals) ->
                    literals.forEach(literal -> visit(literal, visitor));
            case Num.Constant _, Num.Slot _, Lang.Code _, Choice _, Scope _ -> {}
            case Pattern.Literal _, Pattern.Regex _, Pattern.Concept _ -> {}
            case Pattern.Entity _, Pattern.Structure _ -> {}
        }
    }

    private static void visitBoth(Arg left, Arg right, Consumer<Arg> visitor) {
        visit(left, visitor);
        visit(right, visitor);
    }

    /// Visits every term of a rule.
    public static void visit(Rule rule, Consumer<Arg> visitor) {
        switch (rule) {
            case Rule.Judge(_, var when) -> visit(when, visitor);
            case Rule.Over(var when) -> visit(when, visitor);
            case Rule.Prefer(_, var measure, var margin, var gate) -> {
                visit(measure, visitor);
                if (margin instanceof Margin.BySlot(var slot)) {
                    visitor.accept(slot);
                }
                if (gate instanceof Gate.When(var when)) {
                    visit(when, visitor);
                }
            }
        }
    }

    /// The names of the concepts that a rule uses, in the order of their first use.
    public static Set<String> concepts(Rule rule) {
        Set<String> names = new LinkedHashSet<>();
        visit(
                rule,
                term -> {
                    if (term instanceof Pattern.Concept(var name)) {
                        names.add(name);
                    }
                });
        return names;
    }

    /// The names of the detectors that a rule uses, in the order of their first use.
    public static Set<String> detectors(Rule rule) {
        Set<String> names = new LinkedHashSet<>();
        visit(
                rule,
                term -> {
                    if (term instanceof Choice.Detector(var name)) {
                        names.add(name);
                    }
                });
        return names;
    }

    /// The names of the slots that a rule uses, in the order of their first use.
    public static Set<String> slots(Rule rule) {
        Set<String> names = new LinkedHashSet<>();
        visit(
                rule,
                term -> {
                    if (term instanceof Num.Slot(var name)) {
                        names.add(name);
                    }
                });
        return names;
    }
}
