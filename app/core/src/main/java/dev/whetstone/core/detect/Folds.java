package dev.whetstone.core.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Folds with the same share of each sort, drawn from a fixed seed.
final class Folds {
    private static final long SEED = 20_260_421;

    private final int[] fold;
    private final int count;

    /// @param most folds; fewer where the rarer sort has fewer texts
    Folds(Marked marked, int most) {
        this.count = Math.max(2, Math.min(most, marked.rarer()));
        this.fold = new int[marked.size()];
        Random random = new Random(SEED);
        for (boolean kind : new boolean[] {true, false}) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < fold.length; i++) {
                if (marked.is()[i] == kind) {
                    places.add(i);
                }
            }
            Collections.shuffle(places, random);
            for (int i = 0; i < places.size(); i++) {
                // the two sorts go round in opposite directions, so that no fold gets more of both
                fold[places.get(i)] = kind ? i % count : count - 1 - i % count;
            }
        }
    }

    int count() {
        return count;
    }

    List<Integer> inside(int number) {
        return places(number, true);
    }

    List<Integer> outside(int number) {
        return places(number, false);
    }

    private List<Integer> places(int number, boolean inside) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < fold.length; i++) {
            if ((fold[i] == number) == inside) {
                places.add(i);
            }
        }
        return places;
    }
}
