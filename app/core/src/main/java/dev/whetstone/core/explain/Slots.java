package dev.whetstone.core.explain;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Num;
import java.util.LinkedHashSet;
import java.util.Set;

/// Keeps fitted values of two conditions apart: the second condition's `?t` becomes `?u`, then
/// `?v`.
final class Slots {
    private Slots() {}

    /// The condition with every slot that `taken` already uses renamed to the next free letter.
    static Bool fresh(Bool bool, Bool taken) {
        Set<String> used = names(taken);
        Bool renamed = bool;
        for (String name : names(bool)) {
            if (used.contains(name)) {
                String free = name;
                Set<String> inBoth = new LinkedHashSet<>(used);
                inBoth.addAll(names(renamed));
                while (inBoth.contains(free)) {
                    free = next(free);
                }
                renamed = (Bool) rename(renamed, name, free);
            }
        }
        return renamed;
    }

    private static String next(String name) {
        char last = name.charAt(name.length() - 1);
        return last == 'z' ? name + "2" : name.substring(0, name.length() - 1) + (char) (last + 1);
    }

    static Set<String> names(Arg term) {
        Set<String> found = new LinkedHashSet<>();
        collect(term, found);
        return found;
    }

    private static void collect(Arg term, Set<String> found) {
        switch (term) {
            case Num.Slot(var name) -> found.add(name);
            case Call(_, var args) -> args.forEach(arg -> collect(arg, found));
            case Bool.And(var operands) -> operands.forEach(b -> collect(b, found));
            case Bool.Or(var operands) -> operands.forEach(b -> collect(b, found));
            case Bool.Not(var inner) -> collect(inner, found);
            case Bool.Compare(var left, _, var right) -> {
                collect(left, found);
                collect(right, found);
            }
            case Num.Product(var left, var right) -> {
                collect(left, found);
                collect(right, found);
            }
            case Num.Quotient(var left, var right) -> {
                collect(left, found);
                collect(right, found);
            }
            default -> {}
        }
    }

    private static Arg rename(Arg term, String from, String to) {
        return switch (term) {
            case Num.Slot(var name) when name.equals(from) -> new Num.Slot(to);
            case Bool.And(var operands) ->
                    new Bool.And(operands.stream().map(b -> (Bool) rename(b, from, to)).toList());
            case Bool.Or(var operands) ->
                    new Bool.Or(operands.stream().map(b -> (Bool) rename(b, from, to)).toList());
            case Bool.Not(var inner) -> new Bool.Not((Bool) rename(inner, from, to));
            case Bool.Compare(var left, var relation, var right) ->
                    new Bool.Compare(
                            (Num) rename(left, from, to), relation, (Num) rename(right, from, to));
            case Num.Product(var left, var right) ->
                    new Num.Product((Num) rename(left, from, to), (Num) rename(right, from, to));
            case Num.Quotient(var left, var right) ->
                    new Num.Quotient((Num) rename(left, from, to), (Num) rename(right, from, to));
            default -> term;
        };
    }
}
