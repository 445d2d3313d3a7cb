package dev.whetstone.services.reward;

import dev.whetstone.services.text.Similarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Ranks responses by their scores and keeps the best, each once.
public final class Curation {
    /// Responses to one prompt whose words are more alike than this say the same.
    static final double ALIKE = .9;

    private Curation() {}

    /// Why a response is not kept.
    public enum Fate {
        KEPT,
        /// The same words as a better response to the same prompt.
        IDENTICAL,
        /// Nearly the same words.
        NEAR_IDENTICAL,
        /// As many as were asked for are kept already.
        BELOW_CUT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A response in its place.
    ///
    /// @param row from 0, in the order of the input
    /// @param rank from 1, best first; equal scores stand in the order of the input
    /// @param like rank of the response that it repeats; 0 when it repeats none
    public record Ranked(int row, int rank, Score score, Fate fate, int like) {}

    /// @param scores one a row
    /// @param keep how many at most, 0 or more
    /// @return all rows, best first
    public static List<Ranked> rank(List<ResponseRow> rows, List<Score> scores, int keep) {
        List<Integer> order =
                IntStream.range(0, rows.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble((Integer i) -> scores.get(i).value())
                                        .reversed())
                        .toList();
        Map<String, List<Ranked>> keptByPrompt = new HashMap<>();
        List<Ranked> ranked = new ArrayList<>();
        int kept = 0;
        for (int row : order) {
            List<Ranked> before =
                    keptByPrompt.computeIfAbsent(rows.get(row).prompt(), p -> new ArrayList<>());
            Ranked place = place(row, ranked.size() + 1, rows, scores.get(row), before);
            if (place.fate() == Fate.KEPT && kept == keep) {
                place = new Ranked(row, place.rank(), place.score(), Fate.BELOW_CUT, 0);
            }
            if (place.fate() == Fate.KEPT) {
                kept++;
                before.add(place);
            }
            ranked.add(place);
        }
        return ranked;
    }

    private static Ranked place(
            int row, int rank, List<ResponseRow> rows, Score score, List<Ranked> before) {
        for (Ranked better : before) {
            double alike =
                    Similarity.ofWords(rows.get(better.row()).response(), rows.get(row).response());
            if (alike > ALIKE) {
                Fate fate = alike == 1 ? Fate.IDENTICAL : Fate.NEAR_IDENTICAL;
                return new Ranked(row, rank, score, fate, better.rank());
            }
        }
        return new Ranked(row, rank, score, Fate.KEPT, 0);
    }
}
