package dev.whetstone.core.explain;

import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// "one", "it", "them": words that stand for a thing named before, or named after where the
/// sentence begins with its condition ("unless they ask for it, the price ...").
final class BackReferences {
    private static final Set<String> PRONOUNS = Set.of("one", "it", "them", "any", "that");
    private static final Set<String> FORWARD = Set.of("one", "it", "them");
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "when", "whenever");
    private static final double AHEAD = 0.4;

    private final List<Word> words;
    private final List<List<Lexicon.Match>> matches;
    private final List<Leaf> known;
    private final List<Leaf> leaves = new ArrayList<>();

    private BackReferences(List<Word> words, List<List<Lexicon.Match>> matches, List<Leaf> known) {
        this.words = words;
        this.matches = matches;
        this.known = known;
    }

    /// @param known the leaves that name things
    static List<Leaf> of(List<Word> words, List<List<Lexicon.Match>> matches, List<Leaf> known) {
        BackReferences references = new BackReferences(words, matches, known);
        references.add();
        return references.leaves;
    }

    /// "one", "it", "them" stand for a thing named before.
    private void add() {
        List<Things> named = new ArrayList<>();
        int literalEnd = 0;
        for (int i = 0; i < words.size(); i++) {
            Set<Things> antecedents = new HashSet<>();
            for (int back = named.size() - 1; back >= 0 && antecedents.size() < 2; back--) {
                Things things = named.get(back);
                if (antecedents.add(things)) {
                    addReferences(i, matches.get(i), things, 0.2 + 0.1 * antecedents.size());
                }
            }
            for (Lexicon.Match match : matches.get(i)) {
                if (match.entry().category().equals("thing")
                        && match.end() > literalEnd
                        && !insideLonger(i, match, matches)) {
                    named.add((Things) match.entry().leaf().meaning());
                }
            }
            Leaf literal = longestLiteral(i, matches.get(i));
            if (literal != null && literal.to() > literalEnd) {
                named.add((Things) literal.item().meaning());
                literalEnd = Math.max(literalEnd, literal.to());
            }
        }
        addForward();
    }

    private void addForward() {
        if (words.isEmpty() || !CONDITIONS.contains(words.getFirst().text())) {
            return;
        }
        for (int i = 1; i < words.size(); i++) {
            if (FORWARD.contains(words.get(i).text())) {
                Things ahead = firstNamedAfter(i);
                if (ahead != null) {
                    leaves.add(new Leaf(i, i + 1, Item.leaf(Category.NOUN, ahead, AHEAD)));
                }
                return;
            }
        }
    }

    private @Nullable Things firstNamedAfter(int pronoun) {
        int comma = pronoun;
        while (comma < words.size() && words.get(comma).kind() != Word.Kind.BREAK) {
            comma++;
        }
        for (int i = comma + 1; i < words.size(); i++) {
            Leaf literal = longestLiteral(i, matches.get(i));
            if (literal != null) {
                return (Things) literal.item().meaning();
            }
            for (Lexicon.Match match : matches.get(i)) {
                if (match.entry().category().equals("thing") && !insideLonger(i, match, matches)) {
                    return (Things) match.entry().leaf().meaning();
                }
            }
        }
        return null;
    }

    /// A name that the lexicon does not know, as long as it goes.
    private @Nullable Leaf longestLiteral(int from, List<Lexicon.Match> here) {
        Leaf longest = null;
        for (Leaf leaf : known) {
            if (leaf.from() == from
                    && leaf.item().category() == Category.NOUN
                    && (leaf.to() > from + 1 || here.stream().allMatch(LiteralLeaves::isCue))
                    && (longest == null || leaf.to() > longest.to())) {
                longest = leaf;
            }
        }
        return longest;
    }

    /// "list" in "bullet list" is not named by itself.
    private static boolean insideLonger(
            int from, Lexicon.Match match, List<List<Lexicon.Match>> matches) {
        for (int start = 0; start <= from; start++) {
            for (Lexicon.Match other : matches.get(start)) {
                if (other.entry().category().equals("thing")
                        && other.end() >= match.end()
                        && other.end() - start > match.end() - from) {
                    return true;
                }
            }
        }
        return false;
    }

    private void addReferences(int i, List<Lexicon.Match> here, Things things, double cost) {
        if (PRONOUNS.contains(words.get(i).text())) {
            leaves.add(new Leaf(i, i + 1, Item.leaf(Category.NOUN, things, cost)));
        }
        if (words.get(i).text().equals("none")) {
            Test absent = Test.neutral(Terms.absent(things, Scope.RESPONSE));
            leaves.add(new Leaf(i, i + 1, Item.leaf(Category.TEST, absent, cost - 0.1)));
        }
        for (Lexicon.Match match : here) {
            if (match.entry().category().equals("v.lackit")) {
                Test absent = Test.neutral(Terms.absent(things, Scope.RESPONSE));
                leaves.add(new Leaf(i, match.end(), Item.leaf(Category.VP, absent, cost)));
            }
        }
    }
}
