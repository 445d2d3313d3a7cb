package dev.whetstone.engine.tokenizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/// Learns a byte-level BPE vocabulary (Sennrich et al. 2016, over bytes as in GPT-2): again
/// and again the most frequent pair of neighbours becomes a token; among equals the one with
/// the smaller ids. The same texts in any order give the same vocabulary.
public final class BpeTrainer {
    private static final int LEAST_FREQUENCY = 2;

    private final List<String> symbols = new ArrayList<>();
    private final List<int[]> merges = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final Map<Long, Integer> counts = new HashMap<>();
    private final Map<Long, Set<Integer>> places = new HashMap<>();
    private final PriorityQueue<Pair> queue =
            new PriorityQueue<>(
                    Comparator.comparingInt((Pair pair) -> -pair.count)
                            .thenComparingInt(pair -> pair.left)
                            .thenComparingInt(pair -> pair.right));

    private record Pair(int left, int right, int count) {}

    /// A distinct piece of the texts, its symbols now, and how often it occurs.
    private static final class Word {
        int[] ids;
        final int count;

        Word(int[] ids, int count) {
            this.ids = ids;
            this.count = count;
        }
    }

    private BpeTrainer() {}

    /// @param size entries wanted, special tokens and the 256 bytes included; fewer come out where
    ///     the texts hold no more pairs that occur twice
    /// @param special control tokens, which get the first ids in this order
    public static TrainedVocabulary train(Iterable<String> texts, int size, List<String> special) {
        if (size < special.size() + 256) {
            throw new IllegalArgumentException(
                    "a vocabulary of %d has no room for %d special tokens and 256 bytes"
                            .formatted(size, special.size()));
        }
        var trainer = new BpeTrainer();
        trainer.addAlphabet(special);
        trainer.countWords(texts);
        trainer.countPairs();
        while (trainer.symbols.size() < size && trainer.mergeBest()) {}
        return trainer.result(special);
    }

    private void addAlphabet(List<String> special) {
        symbols.addAll(special);
        var alphabet = new ArrayList<Integer>();
        for (var b = 0; b < 256; b++) {
            alphabet.add(ByteAlphabet.character(b));
        }
        alphabet.stream().sorted().map(Character::toString).forEach(symbols::add);
    }

    private void countWords(Iterable<String> texts) {
        var ids = new HashMap<String, Integer>();
        for (var id = 0; id < symbols.size(); id++) {
            ids.put(symbols.get(id), id);
        }
        var frequencies = new TreeMap<String, Integer>();
        for (var text : texts) {
            for (var piece : TrainedVocabulary.PRE_TOKENIZER.split(AlignedText.of(text))) {
                frequencies.merge(piece.toString(), 1, Integer::sum);
            }
        }
        frequencies.forEach(
                (piece, count) ->
                        words.add(
                                new Word(
                                        piece.codePoints()
                                                .map(c -> ids.get(Character.toString(c)))
                                                .toArray(),
                                        count)));
    }

    private void countPairs() {
        for (var at = 0; at < words.size(); at++) {
            var changed = new HashSet<Long>();
            count(at, words.get(at).count, changed);
        }
        counts.forEach((key, count) -> queue.add(pair(key, count)));
    }

    /// Adds a word's pairs to the counts, or with a negative count takes them away.
    private void count(int at, int count, Set<Long> changed) {
        var ids = words.get(at).ids;
        for (var i = 0; i + 1 < ids.length; i++) {
            var key = PairTable.key(ids[i], ids[i + 1]);
            counts.merge(key, count, Integer::sum);
            places.computeIfAbsent(key, k -> new HashSet<>()).add(at);
            changed.add(key);
        }
    }

    private boolean mergeBest() {
        Pair best;
        while ((best = queue.poll()) != null) {
            var key = PairTable.key(best.left, best.right);
            var now = counts.getOrDefault(key, 0);
            if (now != best.count) {
                continue; // an older count: the present one is queued too
            }
            if (now < LEAST_FREQUENCY) {
                return false;
            }
            merge(best, key);
            return true;
        }
        return false;
    }

    private void merge(Pair best, long key) {
        var merged = symbols.size();
        symbols.add(symbols.get(best.left) + symbols.get(best.right));
        merges.add(new int[] {best.left, best.right});
        var changed = new HashSet<Long>();
        for (var at : Set.copyOf(places.getOrDefault(key, Set.of()))) {
            var word = words.get(at);
            count(at, -word.count, changed);
            word.ids = replaced(word.ids, best.left, best.right, merged);
            count(at, word.count, changed);
        }
        places.remove(key);
        changed.forEach(
                pair -> {
                    var count = counts.get(pair);
                    if (count == null || count <= 0) {
                        counts.remove(pair);
                        places.remove(pair);
                    } else {
                        queue.add(pair(pair, count));
                    }
                });
    }

    private static int[] replaced(int[] ids, int left, int right, int merged) {
        var out = new int[ids.length];
        var length = 0;
        for (var i = 0; i < ids.length; i++) {
            if (i + 1 < ids.length && ids[i] == left && ids[i + 1] == right) {
                out[length++] = merged;
                i++;
            } else {
                out[length++] = ids[i];
            }
        }
        return java.util.Arrays.copyOf(out, length);
    }

    private static Pair pair(long key, int count) {
        return new Pair((int) (key >>> 32), (int) key, count);
    }

    private TrainedVocabulary result(List<String> special) {
        var ids = new LinkedHashMap<String, Integer>();
        for (var id = 0; id < symbols.size(); id++) {
            ids.putIfAbsent(symbols.get(id), id);
        }
        var pairs =
                merges.stream()
                        .map(pair -> List.of(symbols.get(pair[0]), symbols.get(pair[1])))
                        .toList();
        return new TrainedVocabulary(ids, pairs, special);
    }
}
