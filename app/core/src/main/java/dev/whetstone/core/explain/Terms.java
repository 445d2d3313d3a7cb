package dev.whetstone.core.explain;

import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.TextArg;
import dev.whetstone.core.text.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Builds terms of the rule language from what nouns and adjectives stand for.
final class Terms {
    static final Num.Slot THRESHOLD = new Num.Slot("t");
    static final Num.Slot COUNT_THRESHOLD = new Num.Slot("n");

    private Terms() {}

    static Call call(Function function, Arg... args) {
        return Call.of(function, args);
    }

    static Bool compare(Num left, Relation relation, double right) {
        return new Bool.Compare(left, relation, new Num.Constant(right));
    }

    /// The text has the thing.
    static Bool present(Thing thing, TextArg text) {
        return switch (thing) {
            case Thing.Words(var pattern, _) -> call(Function.CONTAINS, text, pattern);
            case Thing.Counted(var count, _) -> compare(in(count, text), Relation.AT_LEAST, 1);
            case Thing.Holding(var bool, _) -> in(bool, text);
            case Thing.Entity(var type) ->
                    compare(
                            call(Function.COUNT, text, new Pattern.Entity(type)),
                            Relation.AT_LEAST,
                            1);
        };
    }

    /// The text speaks of the thing: a literal counts in any inflected form.
    static Bool mentioned(Thing thing, TextArg text) {
        return stemmed(thing) instanceof Thing.Words words
                        && words.literal()
                        && !exact(words.pattern())
                ? call(Function.MENTIONS, text, words.pattern())
                : present(thing, text);
    }

    /// "liability" is looked for as "liab~", so that "liable" counts.
    static Thing stemmed(Thing thing) {
        if (thing instanceof Thing.Words(Pattern.Literal(var text), _)
                && text.matches("\\p{L}{2,}[ai]bility")) {
            String stem = text.substring(0, text.length() - "ility".length());
            Pattern.Literal open = new Pattern.Literal(stem + "~");
            return new Thing.Words(open, open);
        }
        return thing;
    }

    /// The expert's own words in place of the concept they name: what a list of words means.
    static Thing asTyped(Thing thing) {
        return thing instanceof Thing.Words(_, var typed) ? new Thing.Words(typed, typed) : thing;
    }

    /// A prompt's mention counts in any form, concept or literal.
    static Bool inPrompt(Thing thing) {
        return thing instanceof Thing.Words(var pattern, _)
                ? call(Function.MENTIONS, Scope.PROMPT, pattern)
                : present(thing, Scope.PROMPT);
    }

    private static boolean exact(Pattern pattern) {
        return pattern instanceof Pattern.Literal(var text)
                && text.chars().anyMatch(Character::isUpperCase);
    }

    static Bool negated(Bool bool) {
        return switch (bool) {
            case Bool.Not(var inner) -> inner;
            case Bool.Compare(var left, var relation, Num.Constant(var value)) when isCount(left) ->
                    negatedCount(left, relation, value);
            case Bool.Compare(var left, var relation, var right) ->
                    new Bool.Compare(left, relation.negated(), right);
            case Bool.And(var operands) -> negated(operands);
            default -> Bool.not(bool);
        };
    }

    /// What is said of the prompt is taken for granted, so it stays when the sentence is negated:
    /// who does not repeat a reference had been given one.
    private static Bool negated(List<Bool> operands) {
        List<Bool> granted = operands.stream().filter(Terms::ofPrompt).toList();
        List<Bool> said = operands.stream().filter(operand -> !ofPrompt(operand)).toList();
        if (granted.isEmpty() || said.isEmpty()) {
            return Bool.not(new Bool.And(operands));
        }
        List<Bool> parts = new ArrayList<>(granted);
        parts.add(negated(Bool.and(said.toArray(Bool[]::new))));
        return new Bool.And(parts);
    }

    private static boolean ofPrompt(Bool bool) {
        return Scopes.of(bool).equals(Set.of(Scope.PROMPT));
    }

    private static boolean isCount(Num num) {
        return num instanceof Call(var function, _)
                && switch (function) {
                    case COUNT,
                            DISTINCT,
                            NOVEL,
                            BULLETS,
                            NUMBERED_ITEMS,
                            LIST_ITEMS,
                            HEADINGS,
                            TABLES,
                            CODE_BLOCKS,
                            QUOTES,
                            QUESTIONS,
                            CITATIONS,
                            LINKS,
                            LINKS_TO,
                            EXCLAMATIONS,
                            CAPS_WORDS,
                            EMOJIS ->
                            true;
                    default -> false;
                };
    }

    /// Of whole numbers, "not at least two" is "at most one", and "not at least one" is "none".
    private static Bool negatedCount(Num left, Relation relation, double value) {
        return switch (relation) {
            case AT_LEAST ->
                    value == 1
                            ? compare(left, Relation.EQUAL, 0)
                            : compare(left, Relation.AT_MOST, value - 1);
            case EQUAL ->
                    value == 0
                            ? compare(left, Relation.AT_LEAST, 1)
                            : compare(left, Relation.NOT_EQUAL, value);
            case AT_MOST -> compare(left, Relation.AT_LEAST, value + 1);
            default -> compare(left, relation.negated(), value);
        };
    }

    /// All of several things, or at least one of them, by how they are joined.
    static Bool present(Things things, TextArg text) {
        return join(
                things.join(),
                things.things().stream()
                        .map(thing -> things.join() == Things.Join.BOTH ? asTyped(thing) : thing)
                        .map(thing -> present(thing, text))
                        .toList());
    }

    static Bool mentioned(Things things, TextArg text) {
        return things.things().size() == 1
                ? mentioned(things.things().getFirst(), text)
                : present(things, text);
    }

    private static Bool join(Things.Join join, List<Bool> bools) {
        Bool[] all = bools.toArray(Bool[]::new);
        return join == Things.Join.OR ? Bool.or(all) : Bool.and(all);
    }

    /// None of them; "not both" is the one case that leaves room for one.
    static Bool absent(Things things, TextArg text) {
        if (things.join() == Things.Join.BOTH) {
            return Bool.not(present(things, text));
        }
        return Bool.and(
                things.things().stream()
                        .map(thing -> negated(present(thing, text)))
                        .toArray(Bool[]::new));
    }

    /// None of them, where the verb was one of mentioning.
    static Bool unmentioned(Things things, TextArg text) {
        return things.things().size() == 1
                ? negated(mentioned(things.things().getFirst(), text))
                : absent(things, text);
    }

    static Optional<Num> count(Thing thing, TextArg text) {
        return switch (thing) {
            case Thing.Words(var pattern, _) -> Optional.of(call(Function.COUNT, text, pattern));
            case Thing.Counted(var count, _) -> Optional.of(in(count, text));
            case Thing.Holding _ -> Optional.empty();
            case Thing.Entity(var type) ->
                    Optional.of(
                            call(
                                    // the same law cited twice is one law
                                    type == EntityType.STATUTE || type == EntityType.CASE_CITATION
                                            ? Function.DISTINCT
                                            : Function.COUNT,
                                    text,
                                    new Pattern.Entity(type)));
        };
    }

    /// The thing as something that can be looked for, where it is.
    static Optional<Pattern> pattern(Thing thing) {
        return switch (thing) {
            case Thing.Words(var pattern, _) -> Optional.of(pattern);
            case Thing.Entity(var type) -> Optional.of(new Pattern.Entity(type));
            case Thing.Counted(Call(var function, _), _) ->
                    dev.whetstone.core.text.StructureType.of(function.id())
                            .map(Pattern.Structure::new);
            case Thing.Holding(Call(var function, _), _) when function == Function.GREETS ->
                    Optional.of(new Pattern.Concept("greeting"));
            case Thing.Counted _, Thing.Holding _ -> Optional.empty();
        };
    }

    static Num novel(Pattern kind, TextArg text, TextArg base) {
        return call(Function.NOVEL, text, kind, base);
    }

    /// The term with X replaced by another text.
    static Bool in(Bool bool, TextArg text) {
        return text == Scope.RESPONSE ? bool : (Bool) replace(bool, text);
    }

    static Num in(Num num, TextArg text) {
        return text == Scope.RESPONSE ? num : (Num) replace(num, text);
    }

    private static Arg replace(Arg term, TextArg text) {
        return switch (term) {
            case Scope scope -> scope == Scope.RESPONSE ? text : scope;
            case Call(var function, var args) -> {
                List<Arg> replaced = new ArrayList<>();
                args.forEach(arg -> replaced.add(replace(arg, text)));
                yield new Call(function, replaced);
            }
            case Bool.And(var operands) ->
                    new Bool.And(operands.stream().map(b -> (Bool) replace(b, text)).toList());
            case Bool.Or(var operands) ->
                    new Bool.Or(operands.stream().map(b -> (Bool) replace(b, text)).toList());
            case Bool.Not(var inner) -> new Bool.Not((Bool) replace(inner, text));
            case Bool.Compare(var left, var relation, var right) ->
                    new Bool.Compare(
                            (Num) replace(left, text), relation, (Num) replace(right, text));
            case Bool.CompareLang(var left, var relation, var right) ->
                    new Bool.CompareLang(
                            (dev.whetstone.core.lf.Lang) replace(left, text),
                            relation,
                            (dev.whetstone.core.lf.Lang) replace(right, text));
            case Num.Product(var left, var right) ->
                    new Num.Product((Num) replace(left, text), (Num) replace(right, text));
            case Num.Quotient(var left, var right) ->
                    new Num.Quotient((Num) replace(left, text), (Num) replace(right, text));
            default -> term;
        };
    }
}
