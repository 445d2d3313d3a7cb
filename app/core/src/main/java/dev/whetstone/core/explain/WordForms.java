package dev.whetstone.core.explain;

import dev.whetstone.core.explain.Meaning.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Forms that English makes from adjectives: adverbs ("politely"), opposites ("unspecific"), nouns
/// ("vagueness").
final class WordForms {
    private static final List<String> OPPOSITES = List.of("un", "im", "in", "non-", "not-");
    private static final double DERIVED = 0.1;

    private final List<Word> words;
    private final List<List<Lexicon.Match>> matches;
    private final Lexicon lexicon;
    private final List<Leaf> leaves = new ArrayList<>();

    private WordForms(List<Word> words, List<List<Lexicon.Match>> matches, Lexicon lexicon) {
        this.words = words;
        this.matches = matches;
        this.lexicon = lexicon;
    }

    static List<Leaf> of(List<Word> words, List<List<Lexicon.Match>> matches, Lexicon lexicon) {
        WordForms forms = new WordForms(words, matches, lexicon);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).kind() == Word.Kind.WORD) {
                forms.add(i);
            }
        }
        return forms.leaves;
    }

    private void add(int i) {
        String text = words.get(i).text().toLowerCase(Locale.ROOT);
        if (text.endsWith("ly") && text.length() > 5) {
            List<String> stems = new ArrayList<>();
            stems.add(text.substring(0, text.length() - 2));
            if (text.endsWith("ily")) {
                stems.add(text.substring(0, text.length() - 3) + "y");
            } else if (text.endsWith("bly") || text.endsWith("ply")) {
                stems.add(text.substring(0, text.length() - 1) + "e");
            } else if (text.endsWith("ally")) {
                stems.add(text.substring(0, text.length() - 4));
            }
            derive(i, Category.ADVERB, stems, true);
        }
        if (text.endsWith("ness") && text.length() > 6) {
            String stem = text.substring(0, text.length() - 4);
            String full = stem.endsWith("i") ? stem.substring(0, stem.length() - 1) + "y" : stem;
            derive(i, Category.QUALITY_NOUN, List.of(full), true);
        }
        boolean known = matches.get(i).stream().anyMatch(match -> !LiteralLeaves.isCue(match));
        for (String prefix : OPPOSITES) {
            if (!known && text.startsWith(prefix) && text.length() > prefix.length() + 3) {
                derive(i, Category.ADJ, List.of(text.substring(prefix.length())), false);
            }
        }
    }

    private void derive(int i, Category category, List<String> stems, boolean same) {
        for (String stem : stems) {
            for (LexicalEntry entry : lexicon.exactly(stem)) {
                if (entry.leaf().meaning() instanceof Quality(var measure, var threshold, var high)
                        && entry.category().equals("adj")) {
                    Quality quality = new Quality(measure, threshold, same == high);
                    leaves.add(new Leaf(i, i + 1, Item.leaf(category, quality, DERIVED)));
                }
            }
        }
    }
}
