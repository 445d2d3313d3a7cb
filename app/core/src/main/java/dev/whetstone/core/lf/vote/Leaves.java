package dev.whetstone.core.lf.vote;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.detect.TextScores;
import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the leaves of one rule while it is compiled, and lets their code look for a kept value
/// first.
final class Leaves {
    private final Concepts concepts;
    private final Detectors detectors;
    private final Map<Leaf, Integer> indexes = new LinkedHashMap<>();

    Leaves(Concepts concepts, Detectors detectors) {
        this.concepts = concepts;
        this.detectors = detectors;
    }

    List<Leaf> all() {
        return List.copyOf(indexes.keySet());
    }

    Code.Measure keep(Arg term, Code.Measure plain) {
        if (!isLeaf(term)) {
            return plain;
        }
        int index = index(term);
        return frame -> {
            LeafColumn[] kept = frame.columns;
            return kept == null ? plain.of(frame) : kept[index].measure(frame, plain);
        };
    }

    Code.Condition keep(Arg term, Code.Condition plain) {
        if (!isLeaf(term)) {
            return plain;
        }
        int index = index(term);
        return frame -> {
            LeafColumn[] kept = frame.columns;
            return kept == null ? plain.test(frame) : kept[index].truth(frame, plain);
        };
    }

    private String fingerprint(String detector) {
        return detectors.named(detector).map(TextScores::fingerprint).orElse("");
    }

    private static boolean isLeaf(Arg term) {
        List<Arg> slots = new ArrayList<>();
        Terms.visit(
                term,
                part -> {
                    if (part instanceof Num.Slot) {
                        slots.add(part);
                    }
                });
        return slots.isEmpty() && !Scopes.of(term).contains(Scope.ITEM);
    }

    private int index(Arg term) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> asked = new LinkedHashSet<>();
        Terms.visit(
                term,
                part -> {
                    if (part instanceof Pattern.Concept(var name)) {
                        names.add(name);
                    }
                    if (part instanceof Choice.Detector(var name)) {
                        asked.add(name);
                    }
                });
        Leaf leaf =
                new Leaf(
                        term,
                        names.stream().map(concepts::of).toList(),
                        asked.stream().map(this::fingerprint).toList());
        Integer known = indexes.get(leaf);
        if (known == null) {
            known = indexes.size();
            indexes.put(leaf, known);
        }
        return known;
    }
}
