package dev.whetstone.core.lf;

import dev.whetstone.core.text.CountedThing;
import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.Language;
import dev.whetstone.core.text.QuantityUnit;
import dev.whetstone.core.text.RequestType;
import dev.whetstone.core.text.StructureType;
import dev.whetstone.core.text.Tone;
import dev.whetstone.core.text.ifeval.Instruction;
import dev.whetstone.core.text.ifeval.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Well-typed random rules over the whole catalogue, from a seed.
public final class RandomRules {
    private static final List<String> WORDS =
            List.of(
                    "sorry",
                    "VAT",
                    "no risk~",
                    "number on * card",
                    "$25",
                    "b.i.d.",
                    "say \"hi\"",
                    "back\\slash",
                    "liab~",
                    "however",
                    "it’s",
                    "”",
                    "?",
                    "As an AI",
                    "claim");
    private static final List<String> REGEXES =
            List.of(
                    "\\b(you|they) will\\b",
                    "https?://\\S+",
                    "[A-Z]{2,}",
                    "a/b",
                    "\\d+",
                    "x\\\\",
                    "[^\\W_]+");

    private final Random random;

    public RandomRules(long seed) {
        this.random = new Random(seed);
    }

    public Rule next() {
        while (true) {
            try {
                return attempt();
            } catch (RuleTypeException tooPlain) {
                // a random term that never mentions X, or Y where it may not stand
                continue;
            }
        }
    }

    private Rule attempt() {
        return switch (random.nextInt(4)) {
            case 0, 1 ->
                    new Rule.Judge(
                            pick(Verdict.values()), bool(3, Set.of(Scope.RESPONSE, Scope.PROMPT)));
            case 2 ->
                    new Rule.Prefer(
                            pick(Direction.values()),
                            num(2, Set.of(Scope.RESPONSE)),
                            margin(),
                            random.nextBoolean()
                                    ? new Gate.Always()
                                    : new Gate.When(bool(2, Set.of(Scope.RESPONSE, Scope.PROMPT))));
            default -> new Rule.Over(bool(3, Set.of(Scope.RESPONSE, Scope.OTHER, Scope.PROMPT)));
        };
    }

    private Margin margin() {
        return switch (random.nextInt(4)) {
            case 0 -> new Margin.Any();
            case 1 -> new Margin.By(random.nextInt(50) / 4.0);
            case 2 -> new Margin.ByPercent(random.nextInt(60));
            default -> new Margin.BySlot(new Num.Slot("m"));
        };
    }

    private Bool bool(int depth, Set<Scope> scopes) {
        return switch (depth == 0 ? 5 + random.nextInt(4) : random.nextInt(9)) {
            case 0 -> new Bool.Or(bools(depth - 1, scopes));
            case 1 -> new Bool.And(bools(depth - 1, scopes));
            case 2 -> Bool.not(bool(depth - 1, scopes));
            case 3 ->
                    new Bool.CompareLang(
                            lang(scopes),
                            random.nextBoolean() ? Relation.EQUAL : Relation.NOT_EQUAL,
                            random.nextBoolean()
                                    ? lang(scopes)
                                    : new Lang.Code(pick(Language.values())));
            case 4, 5 ->
                    new Bool.Compare(
                            num(depth, scopes), pick(Relation.values()), num(depth, scopes));
            default -> call(Type.BOOL, depth, scopes);
        };
    }

    private List<Bool> bools(int depth, Set<Scope> scopes) {
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(_ -> bool(depth, scopes))
                .toList();
    }

    private Lang lang(Set<Scope> scopes) {
        return call(Type.LANG, 0, scopes);
    }

    private Num num(int depth, Set<Scope> scopes) {
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(7)) {
            case 0 -> new Num.Constant((random.nextInt(2000) - 200) / (random.nextInt(9) + 1.0));
            case 1 -> new Num.Slot(random.nextBoolean() ? "t" : "n");
            case 4 -> new Num.Product(num(depth - 1, scopes), num(depth - 1, scopes));
            case 5 -> new Num.Quotient(num(depth - 1, scopes), num(depth - 1, scopes));
            default -> call(Type.NUM, depth, scopes);
        };
    }

    private Call call(Type type, int depth, Set<Scope> scopes) {
        List<Function> named =
                java.util.Arrays.stream(Function.values())
                        .filter(f -> f.result() == type)
                        .filter(f -> depth > 0 || !isQuantifier(f))
                        .toList();
        Function function = named.get(random.nextInt(named.size()));
        if (function == Function.IFEVAL) {
            return InstructionArgs.of(
                    pick(scopes.toArray(Scope[]::new)),
                    Setting.of(pick(Instruction.values()), Map.of()));
        }
        List<Arg> args = new ArrayList<>();
        int count = function.parameters().size() + (function.repeatsLast() ? random.nextInt(3) : 0);
        for (int i = 0; i < count; i++) {
            args.add(arg(function, function.parameter(i).orElseThrow(), depth, scopes));
        }
        return new Call(function, args);
    }

    private static boolean isQuantifier(Function function) {
        return function == Function.ALL || function == Function.SOME;
    }

    private Arg arg(Function function, Parameter parameter, int depth, Set<Scope> scopes) {
        List<Type> types = parameter.accepts().stream().sorted().toList();
        return switch (types.get(random.nextInt(types.size()))) {
            case TEXT ->
                    random.nextInt(6) == 0
                            ? call(Type.TEXT, 0, scopes)
                            : pick(scopes.toArray(Scope[]::new));
            case TEXT_LIST -> call(Type.TEXT_LIST, 0, scopes);
            case NUM -> num(depth, scopes);
            case COUNT -> new Num.Constant(1 + random.nextInt(30));
            case BOOL ->
                    isQuantifier(function)
                            ? bool(depth - 1, Set.of(Scope.ITEM))
                            : bool(depth - 1, scopes);
            case LANG -> new Lang.Code(pick(Language.values()));
            case PATTERN -> pattern(scopes);
            case ENTITY -> new Pattern.Entity(pick(EntityType.values()));
            case REQUEST -> new Choice.Request(pick(RequestType.values()));
            case TONE -> new Choice.Manner(pick(Tone.values()));
            case UNIT -> new Choice.Unit(pick(QuantityUnit.values()));
            case COUNTED -> new Choice.Counted(pick(CountedThing.values()));
            case INSTRUCTION -> new Choice.Checked(pick(Instruction.values()));
            case DETECTOR -> new Choice.Detector(random.nextBoolean() ? "polite" : "too_salesy");
        };
    }

    private Pattern pattern(Set<Scope> scopes) {
        return switch (random.nextInt(8)) {
            case 0 -> new Pattern.Regex(REGEXES.get(random.nextInt(REGEXES.size())));
            case 1 -> new Pattern.Concept(random.nextBoolean() ? "apology" : "hedge");
            case 2 -> new Pattern.AnyOf(List.of(literal(), literal()));
            case 3 -> new Pattern.Entity(pick(EntityType.values()));
            case 4 -> new Pattern.Structure(pick(StructureType.values()));
            case 5 -> Call.of(Function.NAMES_IN, pick(scopes.toArray(Scope[]::new)));
            default -> literal();
        };
    }

    private Pattern.Literal literal() {
        return new Pattern.Literal(WORDS.get(random.nextInt(WORDS.size())));
    }

    private <T> T pick(T[] values) {
        java.util.Arrays.sort(values);
        return values[random.nextInt(values.length)];
    }
}
