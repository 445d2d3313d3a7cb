package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Direction;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Margin;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.RuleTypeException;
import dev.whetstone.core.lf.Type;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.lf.syntax.Token.Kind;
import java.util.List;
import java.util.function.Supplier;

/// Reads a rule's text. Every fault is reported with its position and what could stand there.
public final class RuleParser {
    private final TokenCursor cursor;
    private final TermParser terms;

    private RuleParser(String text) throws RuleSyntaxException {
        cursor = new TokenCursor(Lexer.tokens(text));
        terms = new TermParser(cursor);
    }

    /// Reads one whole rule.
    ///
    /// @throws RuleSyntaxException at the first fault of spelling or of type
    public static Rule parse(String text) throws RuleSyntaxException {
        RuleParser parser = new RuleParser(text);
        Rule rule = parser.rule();
        parser.cursor.expectEnd("\"and\", \"or\" or the end of the rule");
        return rule;
    }

    /// Reads a condition on its own, such as one that an editor inserts into a rule.
    ///
    /// @throws RuleSyntaxException at the first fault of spelling or of type
    public static Bool parseCondition(String text) throws RuleSyntaxException {
        RuleParser parser = new RuleParser(text);
        Bool condition = parser.terms.condition();
        parser.cursor.expectEnd("\"and\", \"or\" or the end of the condition");
        return condition;
    }

    private Rule rule() throws RuleSyntaxException {
        Token first = cursor.peek();
        if (first.isWord("good") || first.isWord("bad")) {
            return judge(first.isWord("good") ? Verdict.GOOD : Verdict.BAD);
        }
        if (first.isWord("prefer")) {
            return prefer();
        }
        throw cursor.fault("a rule starts with good, bad or prefer", "good", "bad", "prefer");
    }

    private Rule judge(Verdict verdict) throws RuleSyntaxException {
        cursor.next();
        cursor.expectSign("(");
        cursor.expectWord("X");
        cursor.expectSign(")");
        cursor.expectWord("when");
        int start = cursor.peek().start();
        Bool condition = terms.condition();
        return build(start, () -> new Rule.Judge(verdict, condition));
    }

    private Rule prefer() throws RuleSyntaxException {
        cursor.next();
        Token what = cursor.peek();
        if (what.isWord("X")) {
            cursor.next();
            cursor.expectWord("over");
            cursor.expectWord("Y");
            cursor.expectWord("when");
            int start = cursor.peek().start();
            Bool condition = terms.condition();
            return build(start, () -> new Rule.Over(condition));
        }
        if (!what.isWord("lower") && !what.isWord("higher")) {
            throw cursor.fault(
                    "\"prefer\" is followed by lower, higher or X over Y", "lower", "higher", "X");
        }
        cursor.next();
        int start = cursor.peek().start();
        Num measure = terms.number();
        Margin margin = margin();
        Gate gate = gate();
        Direction direction = what.isWord("lower") ? Direction.LOWER : Direction.HIGHER;
        return build(start, () -> new Rule.Prefer(direction, measure, margin, gate));
    }

    private Margin margin() throws RuleSyntaxException {
        if (!cursor.peek().isWord("by")) {
            return new Margin.Any();
        }
        cursor.next();
        Token token = cursor.peek();
        if (token.kind() == Kind.SLOT) {
            cursor.next();
            return new Margin.BySlot(new Num.Slot(token.text()));
        }
        if (token.kind() != Kind.NUMBER) {
            throw cursor.fault(
                    "a margin is a number, a percentage or a slot", "a number", "a slot");
        }
        cursor.next();
        double value = Double.parseDouble(token.text());
        boolean percent = cursor.peek().isSign("%");
        if (percent) {
            cursor.next();
        }
        return build(
                token.start(), () -> percent ? new Margin.ByPercent(value) : new Margin.By(value));
    }

    private Gate gate() throws RuleSyntaxException {
        if (!cursor.peek().isWord("when")) {
            return new Gate.Always();
        }
        cursor.next();
        return new Gate.When(terms.condition());
    }

    private <T> T build(int start, Supplier<T> maker) throws RuleSyntaxException {
        return build(start, cursor.lastEnd(), maker);
    }

    static <T> T build(int start, int end, Supplier<T> maker) throws RuleSyntaxException {
        try {
            return maker.get();
        } catch (RuleTypeException problem) {
            throw new RuleSyntaxException(
                    start, end, String.valueOf(problem.getMessage()), List.of());
        }
    }

    /// A type's phrase for messages.
    static String wanted(Type type) {
        return "expected " + type.english();
    }
}
