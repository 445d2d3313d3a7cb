package dev.whetstone.core.explain;

import dev.whetstone.core.text.EditDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Guesses at words that no phrase of the lexicon has and that are one letter away from one that
/// some phrase has: "apolgy", "docter". Words of English that are so near another ("contract",
/// "contact") are listed and never guessed at; what rests on a guess is marked as such.
final class Spelling {
    /// Of shorter words too many are one letter from another.
    private static final int SHORTEST = 6;

    private final Set<String> known;
    private final Set<String> real;

    /// @param known what can be meant
    /// @param real words that are what they are
    Spelling(Set<String> known, Set<String> real) {
        this.known = known;
        this.real = real;
    }

    List<Word> guess(List<Word> words) {
        List<Word> guessed = new ArrayList<>();
        for (Word word : words) {
            guessed.add(needsGuess(word) ? guess(word) : word);
        }
        return guessed;
    }

    private boolean needsGuess(Word word) {
        return word.kind() == Word.Kind.WORD
                && word.text().length() >= SHORTEST
                && word.text().equals(word.original().toLowerCase(java.util.Locale.ROOT))
                && word.bases().stream().noneMatch(known::contains)
                && word.bases().stream().noneMatch(real::contains);
    }

    /// The one word that it can be, or the word as it is.
    private Word guess(Word word) {
        List<String> near =
                known.stream()
                        .filter(candidate -> isNear(word.text(), candidate))
                        .sorted()
                        .toList();
        return near.size() == 1 ? word.guessedAs(near.getFirst()) : word;
    }

    private static boolean isNear(String typed, String candidate) {
        return candidate.length() >= SHORTEST
                && Math.abs(candidate.length() - typed.length()) <= 1
                && candidate.charAt(0) == typed.charAt(0)
                && (EditDistance.of(typed, candidate) == 1
                        || transposed(typed, candidate)
                        || soundsAlike(typed, candidate));
    }

    /// "apologie" for "apology"
    private static boolean soundsAlike(String typed, String candidate) {
        return typed.endsWith("ie")
                && candidate.equals(typed.substring(0, typed.length() - 2) + "y");
    }

    private static boolean transposed(String typed, String candidate) {
        if (typed.length() != candidate.length()) {
            return false;
        }
        int at = 0;
        while (at < typed.length() && typed.charAt(at) == candidate.charAt(at)) {
            at++;
        }
        return at + 1 < typed.length()
                && typed.charAt(at) == candidate.charAt(at + 1)
                && typed.charAt(at + 1) == candidate.charAt(at)
                && typed.substring(at + 2).equals(candidate.substring(at + 2));
    }
}
