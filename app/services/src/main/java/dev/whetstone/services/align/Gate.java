package dev.whetstone.services.align;

import dev.whetstone.services.text.Similarity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Makes at most one pair of a prompt's samples and keeps out pairs that teach nothing or teach
/// wrongly. Every prompt without a pair is counted under one reason.
final class Gate {
    static final String TRUNCATED = "truncated";
    static final String IDENTICAL = "identical";
    static final String TIED = "tied";
    static final String TOO_CLOSE = "too-close";
    static final String NEAR_IDENTICAL = "near-identical";
    static final String LENGTH = "length";

    private final Pairing pairing;
    private final SplittableRandom random;
    private final Map<String, Integer> dropped = new TreeMap<>();

    Gate(Pairing pairing, long seed) {
        this.pairing = pairing;
        this.random = new SplittableRandom(seed);
    }

    /// Reasons with their counts; every reason is there.
    Map<String, Integer> dropped() {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (String reason :
                List.of(IDENTICAL, NEAR_IDENTICAL, TRUNCATED, LENGTH, TIED, TOO_CLOSE)) {
            all.put(reason, dropped.getOrDefault(reason, 0));
        }
        return all;
    }

    List<Pair> pairs(List<Sampled> prompts) {
        List<Pair> pairs = new ArrayList<>();
        for (Sampled sampled : prompts) {
            // drawn for every prompt, so that a dropped one does not shift the others
            SplittableRandom own = random.split();
            String reason = tryPair(sampled, own, pairs);
            if (!reason.isEmpty()) {
                dropped.merge(reason, 1, Integer::sum);
            }
        }
        return pairs;
    }

    /// Adds a pair, or says why not.
    private String tryPair(Sampled sampled, SplittableRandom own, List<Pair> pairs) {
        List<Integer> finished = new ArrayList<>();
        for (int i = 0; i < sampled.texts().size(); i++) {
            if (sampled.texts().get(i).finished() || pairing.cutOff() == Pairing.CutOff.KEEP) {
                finished.add(i);
            }
        }
        if (finished.size() < 2) {
            return TRUNCATED;
        }
        if (finished.stream().map(i -> sampled.texts().get(i).text()).distinct().count() < 2) {
            return IDENTICAL;
        }
        return switch (pairing.choice()) {
            case BEST_WORST -> farthest(sampled, finished, pairs);
            case BEST_RANDOM -> {
                int best = best(sampled, finished);
                List<Integer> others =
                        finished.stream()
                                .filter(i -> i != best && ofLikeLength(sampled, best, i))
                                .toList();
                yield others.isEmpty()
                        ? LENGTH
                        : scored(sampled, best, others.get(own.nextInt(others.size())), pairs);
            }
            case RANDOM -> {
                int first = finished.remove(own.nextInt(finished.size()));
                int second = finished.get(own.nextInt(finished.size()));
                yield alike(sampled, first, second).isEmpty()
                        ? add(sampled, first, second, 1, pairs)
                        : alike(sampled, first, second);
            }
        };
    }

    /// The two of like length whose scores lie farthest apart.
    private String farthest(Sampled sampled, List<Integer> from, List<Pair> pairs) {
        int chosen = -1;
        int rejected = -1;
        double margin = -1;
        for (int high : from) {
            for (int low : from) {
                double apart = sampled.score(high) - sampled.score(low);
                if (high != low && apart > margin && ofLikeLength(sampled, high, low)) {
                    chosen = high;
                    rejected = low;
                    margin = apart;
                }
            }
        }
        return chosen < 0 ? LENGTH : scored(sampled, chosen, rejected, pairs);
    }

    private boolean ofLikeLength(Sampled sampled, int a, int b) {
        int lengthA = sampled.texts().get(a).text().length();
        int lengthB = sampled.texts().get(b).text().length();
        return Math.max(lengthA, lengthB)
                <= pairing.lengthRatio() * Math.max(1, Math.min(lengthA, lengthB));
    }

    private static int best(Sampled sampled, List<Integer> from) {
        int found = from.getFirst();
        for (int i : from) {
            found = sampled.score(i) > sampled.score(found) ? i : found;
        }
        return found;
    }

    private String scored(Sampled sampled, int chosen, int rejected, List<Pair> pairs) {
        double margin = sampled.score(chosen) - sampled.score(rejected);
        if (margin == 0) {
            return TIED;
        }
        String alike = alike(sampled, chosen, rejected);
        if (!alike.isEmpty()) {
            return alike;
        }
        double p = 1 / (1 + Math.exp(-margin));
        if (Math.abs(p - .5) < pairing.closeness()) {
            return TOO_CLOSE;
        }
        return add(sampled, chosen, rejected, p, pairs);
    }

    private String alike(Sampled sampled, int a, int b) {
        String textA = sampled.texts().get(a).text();
        String textB = sampled.texts().get(b).text();
        if (textA.equals(textB)) {
            return IDENTICAL;
        }
        return Similarity.ofWords(textA, textB) > pairing.similarity() ? NEAR_IDENTICAL : "";
    }

    private static String add(
            Sampled sampled, int chosen, int rejected, double p, List<Pair> pairs) {
        pairs.add(new Pair(sampled, chosen, rejected, p));
        return "";
    }

    /// @param chosen index of a sample
    /// @param p that `chosen` is preferred
    record Pair(Sampled sampled, int chosen, int rejected, double p) {
        String chosenText() {
            return sampled.texts().get(chosen).text();
        }

        String rejectedText() {
            return sampled.texts().get(rejected).text();
        }
    }
}
