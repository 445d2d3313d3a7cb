package dev.whetstone.core.explain;

import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Compared;
import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Mark;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Quality;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.text.EntityType;
import java.util.List;
import java.util.Locale;

/// Turns a lexicon entry's meaning column into a constituent.
final class LeafReader {
    private LeafReader() {}

    /// @throws IllegalArgumentException where the lexicon says something that the rule language
    ///     does not know
    static Item read(String category, String meaning, String phrase) {
        return switch (category) {
            case "thing" -> Item.leaf(Category.NOUN, thing(meaning, phrase), 0);
            case "adj" -> Item.leaf(Category.ADJ, quality(meaning), 0);
            case "adjverb" -> Item.leaf(Category.V_QUALITY, quality(meaning), 0);
            case "adjnoun" -> Item.leaf(Category.QUALITY_NOUN, quality(meaning), 0);
            case "share" -> Item.leaf(Category.SHARE, share(meaning), 0);
            case "measure" -> Item.leaf(Category.MEASURE, new Feature(num(meaning)), 0);
            case "unit" -> Item.leaf(Category.UNIT, new Feature(num(meaning)), 0);
            case "pred" -> Item.leaf(Category.PRED, Test.neutral(bool(meaning)), 0);
            case "pred.bad" ->
                    Item.leaf(Category.PRED, new Test(bool(meaning), Leaning.BLEMISH), 0);
            case "ratio" -> Item.leaf(Category.TEST, Test.neutral(bool(meaning)), 0);
            case "pred.empty" -> Item.leaf(Category.VP, new Mark("nothing"), 0.1);
            case "pred.prompt" -> Item.leaf(Category.PROMPT_PRED, Test.neutral(bool(meaning)), 0);
            case "asks" -> Item.leaf(Category.ASKS, Test.neutral(bool(meaning)), 0);
            case "claim" -> Item.leaf(Category.CLAIM, words(meaning, phrase), 0);
            case "number" -> Item.leaf(Category.NUMBER, new Amount(Double.parseDouble(meaning)), 0);
            case "genre" -> Item.leaf(Category.GENRE, literal(meaning), 0);
            case "subject" -> Item.leaf(Category.SUBJECT, Role.IT, 0);
            case "other" -> Item.leaf(Category.OTHER, Role.OTHER, 0);
            case "role" -> Item.leaf(Category.ROLE, Role.valueOf(meaning), 0);
            case "both" -> Item.leaf(Category.BOTH, Role.BOTH, 0);
            case "neither" -> Item.leaf(Category.NEITHER, Role.NEITHER, 0);
            case "quant.ge" -> relation(Relation.AT_LEAST);
            case "quant.le" -> relation(Relation.AT_MOST);
            case "quant.gt" -> relation(Relation.GREATER);
            case "quant.lt" -> relation(Relation.LESS);
            case "quant.eq" -> relation(Relation.EQUAL);
            case "quant.many" -> Item.leaf(Category.MANY, new Mark("many"), 0);
            case "quant.few" -> Item.leaf(Category.FEW, new Mark("few"), 0);
            case "somequant" -> Item.leaf(Category.SOME, new Mark("some"), 0);
            case "period",
                    "language",
                    "place",
                    "placenoun",
                    "parts",
                    "level",
                    "everyplace",
                    "sameplace" ->
                    Item.leaf(named(category), new Name(meaning), 0);
            // looked at by other steps, never a constituent of their own
            case "clarify", "fill", "unseen", "v.lackit", "v.command", "v.remove", "opener" ->
                    Item.leaf(Category.JUSTIFICATION, new Mark(category), 0);
            default -> Item.leaf(named(category), new Mark(category), 0);
        };
    }

    private static Meaning.Quantity share(String meaning) {
        int blank = meaning.indexOf(' ');
        return new Meaning.Quantity(
                meaning.substring(0, blank).equals(">") ? Relation.GREATER : Relation.AT_LEAST,
                Double.parseDouble(meaning.substring(blank + 1)));
    }

    private static Item relation(Relation relation) {
        return Item.leaf(Category.QUANT, new Compared(relation), 0);
    }

    private static Category named(String name) {
        return Category.valueOf(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }

    private static Things thing(String meaning, String phrase) {
        int blank = meaning.indexOf(' ');
        String kind = meaning.substring(0, blank);
        String rest = meaning.substring(blank + 1);
        int asks = rest.indexOf(" asks ");
        String request = asks < 0 ? "" : rest.substring(asks + 6);
        String term = asks < 0 ? rest : rest.substring(0, asks);
        return switch (kind) {
            case "arg" -> words(term, phrase);
            case "count" -> one(new Thing.Counted(num(term), request));
            case "bool" -> one(new Thing.Holding(bool(term), request));
            case "entity" -> one(new Thing.Entity(EntityType.of(term).orElseThrow()));
            default -> throw new IllegalArgumentException("unknown kind of thing " + kind);
        };
    }

    static Things one(Thing thing) {
        return new Things(List.of(thing), Things.Join.ONE);
    }

    static Things literal(String text) {
        Pattern.Literal words = new Pattern.Literal(text);
        return one(new Thing.Words(words, words));
    }

    /// @param typed the words as they were written
    static Things literal(String text, List<String> typed) {
        return one(
                new Thing.Words(
                        new Pattern.Literal(text), new Pattern.Literal(String.join(" ", typed))));
    }

    private static Things words(String pattern, String phrase) {
        Call call = (Call) bool("contains(X, " + pattern + ")");
        return one(new Thing.Words((Pattern) call.args().get(1), new Pattern.Literal(phrase)));
    }

    private static Quality quality(String meaning) {
        int blank = meaning.indexOf(' ');
        String kind = meaning.substring(0, blank);
        return new Quality(
                num(meaning.substring(blank + 1)),
                kind.startsWith("threshold"),
                !kind.endsWith("-low"));
    }

    private static Num num(String text) {
        return ((Bool.Compare) bool(text + " > 0")).left();
    }

    private static Bool bool(String text) {
        try {
            return RuleParser.parseCondition(text);
        } catch (RuleSyntaxException e) {
            throw new IllegalArgumentException("lexicon: " + text + ": " + e.getMessage(), e);
        }
    }
}
