package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Margin;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a rule in its canonical spelling, which the parser reads back as the same rule.
public final class RulePrinter {
    private RulePrinter() {}

    public static String print(Rule rule) {
        return switch (rule) {
            case Rule.Judge(var verdict, var when) ->
                    verdict.id() + "(X) when " + printCondition(when);
            case Rule.Over(var when) -> "prefer X over Y when " + printCondition(when);
            case Rule.Prefer(var direction, var measure, var margin, var gate) ->
                    "prefer " + direction.id() + " " + print(measure) + print(margin) + print(gate);
        };
    }

    /// Writes a condition on its own.
    public static String printCondition(Bool condition) {
        return print(condition);
    }

    /// Writes any term as it stands in a rule.
    public static String print(Arg term) {
        return switch (term) {
            case Bool.Or(var operands) ->
                    operands.stream().map(RulePrinter::print).collect(Collectors.joining(" or "));
            case Bool.And(var operands) ->
                    operands.stream()
                            .map(o -> o instanceof Bool.Or ? bracketed(o) : print(o))
                            .collect(Collectors.joining(" and "));
            case Bool.Not(var operand) -> "not " + negated(operand);
            case Bool.Compare(var left, var relation, var right) ->
                    print(left) + " " + relation.sign() + " " + print(right);
            case Bool.CompareLang(var left, var relation, var right) ->
                    print(left) + " " + relation.sign() + " " + print(right);
            case Num.Constant(var value) -> number(value);
            case Num.Slot(var name) -> "?" + name;
            case Num.Product(var left, var right) -> print(left) + " * " + factor(right);
            case Num.Quotient(var left, var right) -> print(left) + " / " + factor(right);
            case Call(var function, var args) -> function.id() + "(" + list(args) + ")";
            case Scope scope -> scope.id();
            case Lang.Code(var language) -> language.id();
            case Choice choice -> choice.id();
            case Pattern.Literal(var text) -> quoted(text);
            case Pattern.Regex(var source) -> "/" + slashed(source) + "/";
            case Pattern.Concept(var name) -> "@" + name;
            case Pattern.AnyOf(var literals) -> "{" + list(literals) + "}";
            case Pattern.Entity(var type) -> type.id();
            case Pattern.Structure(var type) -> type.id();
        };
    }

    /// A number without exponent or trailing zeros.
    public static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String print(Margin margin) {
        return switch (margin) {
            case Margin.Any() -> "";
            case Margin.By(var value) -> " by " + number(value);
            case Margin.ByPercent(var percent) -> " by " + number(percent) + "%";
            case Margin.BySlot(var slot) -> " by " + print(slot);
        };
    }

    private static String print(Gate gate) {
        return switch (gate) {
            case Gate.Always() -> "";
            case Gate.When(var condition) -> " when " + print(condition);
        };
    }

    private static String list(List<? extends Arg> args) {
        return args.stream().map(RulePrinter::print).collect(Collectors.joining(", "));
    }

    private static String bracketed(Arg term) {
        return "(" + print(term) + ")";
    }

    private static String negated(Bool operand) {
        return switch (operand) {
            case Call call -> print(call);
            case Bool.Not not -> print(not);
            default -> bracketed(operand);
        };
    }

    private static String factor(Num right) {
        return right instanceof Num.Product || right instanceof Num.Quotient
                ? bracketed(right)
                : print(right);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\' || c == '”') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.append('"').toString();
    }

    private static String slashed(String source) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                out.append(c).append(source.charAt(++i));
            } else {
                out.append(c == '/' ? "\\/" : String.valueOf(c));
            }
        }
        return out.toString();
    }
}
