package dev.whetstone.core.explain;

import dev.whetstone.core.lf.Concepts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Phrases and what they can mean, found by walking a trie of base forms. Lines of the file are
/// `category<TAB>meaning<TAB>phrase | phrase`; the meaning may hold blanks. The meaning `articles`
/// says that the phrases are nouns, known with and without their articles. A line of the category
/// `class` names words that stand for each other in the phrases below it: `GUIDE` in a phrase is
/// every phrase of that class; `PERSON` is every word for a person of the lines above.
public final class Lexicon {
    private static final String BUNDLED = "lexicon.tsv";
    private static final String PERSON = "customer";
    private static final String ANY_PERSON = "PERSON";
    private static final String CLASS = "class";
    private static final String WITH_ARTICLES = "articles";
    private static final List<String> ARTICLES = List.of("the", "a", "an", "our", "this", "their");

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final List<LexicalEntry> entries = new ArrayList<>();
    }

    /// An entry that matches the words from some position up to `end`, exclusive.
    record Match(LexicalEntry entry, int end) {}

    private final Node root = new Node();
    private final Set<String> words = new HashSet<>();
    private final Map<String, List<String>> classes = new HashMap<>();

    private Lexicon() {}

    /// The lexicon that ships with the program.
    public static Lexicon bundled() {
        try (InputStream in = Lexicon.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("the explanation lexicon is missing");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The shipped lexicon, and every word list of a project by its name: `@fund_name` is what
    /// "fund name" and "fund names" mean.
    public static Lexicon bundledWith(Concepts concepts) {
        Lexicon lexicon = bundled();
        for (String name : concepts.names()) {
            String phrase =
                    WordSplitter.split(name.replace('_', ' ')).stream()
                            .map(word -> word.bases().getLast())
                            .collect(Collectors.joining(" "));
            if (!phrase.isEmpty()) {
                lexicon.add(LexicalEntry.of("thing", "arg @" + name, phrase));
            }
        }
        return lexicon;
    }

    static Lexicon read(Reader reader) throws IOException {
        Lexicon lexicon = new Lexicon();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                lexicon.addLine(line, number);
            }
        }
        return lexicon;
    }

    private void addLine(String line, int number) {
        int first = line.indexOf('\t');
        int last = line.lastIndexOf('\t');
        if (first < 0) {
            throw new IllegalArgumentException("lexicon line " + number + " has no tab");
        }
        String category = line.substring(0, first).strip();
        String meaning = line.substring(first, last + 1).strip();
        if (category.equals(CLASS)) {
            List<String> members = classes.computeIfAbsent(meaning, name -> new ArrayList<>());
            for (String phrase : line.substring(last + 1).split("\\|")) {
                members.addAll(spelledOut(phrase.strip()));
            }
            return;
        }
        boolean nouns = meaning.equals(WITH_ARTICLES);
        for (String phrase : line.substring(last + 1).split("\\|")) {
            LexicalEntry entry = LexicalEntry.of(category, nouns ? "" : meaning, phrase.strip());
            for (String full : spelledOut(phrase.strip(), nouns)) {
                add(new LexicalEntry(category, entry.meaning(), full, entry.leaf()));
                if (category.equals(PERSON)) {
                    classes.computeIfAbsent(ANY_PERSON, name -> new ArrayList<>()).add(full);
                }
            }
        }
    }

    /// A noun with its articles; other phrases once for each member of the classes they name.
    private List<String> spelledOut(String phrase, boolean noun) {
        if (!noun) {
            return spelledOut(phrase);
        }
        List<String> full = new ArrayList<>();
        full.add(phrase);
        ARTICLES.forEach(article -> full.add(article + " " + phrase));
        return full;
    }

    private List<String> spelledOut(String phrase) {
        List<String> full = List.of("");
        for (String word : phrase.split(" ")) {
            List<String> members = classes.getOrDefault(word, List.of(word));
            full =
                    full.stream()
                            .flatMap(begun -> members.stream().map(m -> (begun + " " + m).strip()))
                            .toList();
        }
        return full;
    }

    void add(LexicalEntry entry) {
        Node node = root;
        for (String base : entry.phrase().split(" ")) {
            node = node.next.computeIfAbsent(base, b -> new Node());
            words.add(base);
        }
        if (!node.entries.contains(entry)) {
            node.entries.add(entry);
        }
    }

    /// The entries of exactly these base forms.
    List<LexicalEntry> exactly(String phrase) {
        Node node = root;
        for (String base : phrase.split(" ")) {
            node = node.next.get(base);
            if (node == null) {
                return List.of();
            }
        }
        return List.copyOf(node.entries);
    }

    /// Every word of every phrase.
    Set<String> words() {
        return Set.copyOf(words);
    }

    /// Every entry that begins at word `from`.
    List<Match> at(List<Word> words, int from) {
        List<Match> found = new ArrayList<>();
        walk(root, words, from, found);
        return found;
    }

    private static void walk(Node node, List<Word> words, int at, List<Match> found) {
        for (LexicalEntry entry : node.entries) {
            Match match = new Match(entry, at);
            if (!found.contains(match)) {
                found.add(match);
            }
        }
        if (at == words.size()) {
            return;
        }
        Word word = words.get(at);
        if (word.kind() == Word.Kind.WORD || word.kind() == Word.Kind.NUMBER) {
            for (String base : word.bases()) {
                Node next = node.next.get(base);
                if (next != null) {
                    walk(next, words, at + 1, found);
                }
            }
        }
    }
}
