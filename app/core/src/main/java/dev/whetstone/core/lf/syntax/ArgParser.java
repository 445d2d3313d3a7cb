package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Parameter;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Type;
import dev.whetstone.core.lf.syntax.Token.Kind;
import dev.whetstone.core.text.CountedThing;
import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.QuantityUnit;
import dev.whetstone.core.text.RequestType;
import dev.whetstone.core.text.StructureType;
import dev.whetstone.core.text.Tone;
import dev.whetstone.core.text.ifeval.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads the arguments of a call. What a bare word means depends on the parameter it stands for.
final class ArgParser {
    private final TokenCursor cursor;
    private final TermParser terms;

    ArgParser(TokenCursor cursor, TermParser terms) {
        this.cursor = cursor;
        this.terms = terms;
    }

    List<Arg> arguments(Function function) throws RuleSyntaxException {
        List<Arg> values = new ArrayList<>();
        while (true) {
            Optional<Parameter> parameter = function.parameter(values.size());
            if (parameter.isEmpty()) {
                throw cursor.fault("too many arguments for " + function.signature(), ")");
            }
            values.add(argument(function, parameter.get()));
            if (!cursor.peek().isSign(",")) {
                if (function.parameter(values.size()).isPresent()
                        && values.size() < function.leastArguments()) {
                    throw cursor.fault(
                            function.signature()
                                    + " needs more arguments, found "
                                    + cursor.peek().shown(),
                            ",");
                }
                return values;
            }
            cursor.next();
        }
    }

    private Arg argument(Function function, Parameter parameter) throws RuleSyntaxException {
        if (parameter.accepts().contains(Type.BOOL)) {
            return terms.condition();
        }
        Token token = cursor.peek();
        Arg value =
                switch (token.kind()) {
                    case NUMBER -> {
                        cursor.next();
                        yield make(token, () -> new Num.Constant(Double.parseDouble(token.text())));
                    }
                    case STRING -> {
                        cursor.next();
                        yield make(token, () -> new Pattern.Literal(token.text()));
                    }
                    case REGEX -> {
                        cursor.next();
                        yield make(token, () -> new Pattern.Regex(token.text()));
                    }
                    case CONCEPT -> {
                        cursor.next();
                        yield make(token, () -> new Pattern.Concept(token.text()));
                    }
                    case DETECTOR -> {
                        cursor.next();
                        yield make(token, () -> new Choice.Detector(token.text()));
                    }
                    case SIGN -> {
                        if (!token.isSign("{")) {
                            throw unexpected(function, parameter);
                        }
                        yield set();
                    }
                    case WORD -> word(function, parameter);
                    default -> throw unexpected(function, parameter);
                };
        if (!parameter.takes(value)) {
            throw new RuleSyntaxException(
                    token.start(),
                    cursor.lastEnd(),
                    function.id()
                            + ": expected "
                            + parameter.english()
                            + ", found "
                            + value.type().english(),
                    expected(parameter));
        }
        return value;
    }

    private Arg set() throws RuleSyntaxException {
        int start = cursor.next().start();
        List<Pattern.Literal> literals = new ArrayList<>();
        while (true) {
            Token token = cursor.peek();
            if (token.kind() != Kind.STRING) {
                throw cursor.fault("a set holds words in quotes", "\"words\"");
            }
            cursor.next();
            literals.add(make(token, () -> new Pattern.Literal(token.text())));
            if (!cursor.peek().isSign(",")) {
                break;
            }
            cursor.next();
        }
        cursor.expectSign("}");
        return RuleParser.build(start, cursor.lastEnd(), () -> new Pattern.AnyOf(literals));
    }

    private Arg word(Function function, Parameter parameter) throws RuleSyntaxException {
        if (cursor.peekSecond().isSign("(")) {
            return terms.call(
                    parameter.accepts().contains(Type.TEXT_LIST) ? Type.TEXT_LIST : Type.NUM);
        }
        Arg value =
                resolve(cursor.peek().text(), parameter.accepts())
                        .orElseThrow(() -> unexpected(function, parameter));
        cursor.next();
        return value;
    }

    private static Optional<Arg> resolve(String word, Set<Type> accepts) {
        Optional<Arg> found = Optional.empty();
        for (Type type : accepts) {
            Optional<? extends Arg> value =
                    switch (type) {
                        case TEXT -> scope(word);
                        case ENTITY -> EntityType.of(word).map(Pattern.Entity::new);
                        case PATTERN -> pattern(word);
                        case REQUEST -> RequestType.of(word).map(Choice.Request::new);
                        case TONE -> Tone.of(word).map(Choice.Manner::new);
                        case UNIT -> QuantityUnit.of(word).map(Choice.Unit::new);
                        case COUNTED -> CountedThing.of(word).map(Choice.Counted::new);
                        case INSTRUCTION -> Instruction.of(word).map(Choice.Checked::new);
                        case TEXT_LIST, NUM, COUNT, BOOL, LANG, DETECTOR -> Optional.empty();
                    };
            if (value.isPresent()) {
                found = Optional.of(value.get());
            }
        }
        return found;
    }

    private static Optional<Arg> scope(String word) {
        for (Scope scope : Scope.values()) {
            if (scope.id().equals(word)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    private static Optional<? extends Arg> pattern(String word) {
        Optional<? extends Arg> entity = EntityType.of(word).map(Pattern.Entity::new);
        return entity.isPresent() ? entity : StructureType.of(word).map(Pattern.Structure::new);
    }

    private RuleSyntaxException unexpected(Function function, Parameter parameter) {
        return cursor.fault(
                function.id()
                        + ": expected "
                        + parameter.english()
                        + ", found "
                        + cursor.peek().shown(),
                expected(parameter).toArray(String[]::new));
    }

    private static List<String> expected(Parameter parameter) {
        List<String> words = new ArrayList<>();
        for (Type type : parameter.accepts().stream().sorted().toList()) {
            switch (type) {
                case TEXT -> words.addAll(List.of("X", "P", "S"));
                case ENTITY -> words.addAll(EntityType.ids());
                case REQUEST -> words.addAll(RequestType.ids());
                case TONE -> words.addAll(Tone.ids());
                case UNIT -> words.addAll(QuantityUnit.ids());
                case COUNTED -> words.addAll(CountedThing.ids());
                case INSTRUCTION -> words.addAll(Instruction.ids());
                case PATTERN -> words.addAll(List.of("\"words\"", "@concept", "/regex/"));
                case DETECTOR -> words.add("#detector");
                default -> words.add(type.english());
            }
        }
        return words;
    }

    private static <T> T make(Token token, Supplier<T> maker) throws RuleSyntaxException {
        return RuleParser.build(token.start(), token.end(), maker);
    }
}
