package dev.whetstone.desktop.compare;

import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Understanding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The chips under a sentence: what it was understood as, what was offered besides, and what was
/// decided about each. Chips keep what was decided while the sentence is written on.
final class Chips {
    private final ObservableList<Chip> chips = FXCollections.observableArrayList();
    private final ObservableList<Chip> view = FXCollections.unmodifiableObservableList(chips);
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final Map<String, Chip.State> decided = new HashMap<>();
    private final List<Candidate> offered = new ArrayList<>();
    private String offeredFor = "";

    ObservableList<Chip> view() {
        return view;
    }

    IntegerProperty selected() {
        return selected;
    }

    /// Forgets what was decided and offered: another comparison.
    void forget() {
        decided.clear();
        offered.clear();
    }

    /// Whether something was offered that the sentence does not say by itself.
    boolean hasOffers() {
        return !offered.isEmpty();
    }

    /// What was offered for a sentence stays while that is written on.
    void show(Understanding result) {
        if (!result.text().startsWith(offeredFor)) {
            offered.removeIf(candidate -> !decided.containsKey(candidate.rule()));
        }
        Map<Integer, List<Candidate>> readings = new LinkedHashMap<>();
        for (Candidate candidate : result.candidates()) {
            readings.computeIfAbsent(candidate.reading(), key -> new ArrayList<>()).add(candidate);
        }
        List<Chip> made = new ArrayList<>();
        readings.values().forEach(list -> made.add(chip(list)));
        offered.forEach(candidate -> made.add(chip(List.of(candidate))));
        if (offered.isEmpty()) {
            result.questions().forEach(question -> made.add(new Chip.Ask(question)));
        }
        chips.setAll(made);
        selected.set(Math.clamp(selected.get(), 0, Math.max(made.size() - 1, 0)));
    }

    /// Adds rules to what the sentence gives, and selects the first of them.
    void offer(List<Candidate> candidates, Understanding result) {
        candidates.stream().filter(each -> !offered.contains(each)).forEach(offered::add);
        offeredFor = result.text();
        show(result);
        for (int i = 0; i < chips.size(); i++) {
            if (chips.get(i) instanceof Chip.Rule rule
                    && rule.readings().contains(candidates.getFirst())) {
                selected.set(i);
            }
        }
    }

    private Chip chip(List<Candidate> readings) {
        for (int i = 0; i < readings.size(); i++) {
            Chip.State state = decided.get(readings.get(i).rule());
            if (state != null) {
                return new Chip.Rule(readings, i, state);
            }
        }
        return new Chip.Rule(readings, 0, Chip.State.OPEN);
    }

    /// The selected chip, when it is a rule that is not decided.
    Optional<Chip.Rule> openRule() {
        int index = selected.get();
        return index < chips.size()
                        && chips.get(index) instanceof Chip.Rule rule
                        && rule.state() == Chip.State.OPEN
                ? Optional.of(rule)
                : Optional.empty();
    }

    /// Whether a part of the sentence has several readings of which none was decided.
    boolean hasOpenMeanings() {
        return chips.stream()
                .anyMatch(
                        chip ->
                                chip instanceof Chip.Rule rule
                                        && rule.state() == Chip.State.OPEN
                                        && rule.readings().size() > 1);
    }

    /// Puts a rule in the place of the selected chip.
    void replaceSelected(Chip.Rule rule) {
        chips.set(selected.get(), rule);
    }

    void decide(int index, Candidate candidate, Chip.State state) {
        decided.put(candidate.rule(), state);
        if (index < chips.size() && chips.get(index) instanceof Chip.Rule rule) {
            int known = rule.readings().indexOf(candidate);
            chips.set(
                    index,
                    known >= 0
                            ? new Chip.Rule(rule.readings(), known, state)
                            : new Chip.Rule(List.of(candidate), 0, state));
            for (int i = 0; i < chips.size(); i++) {
                if (chips.get(i) instanceof Chip.Rule open && open.state() == Chip.State.OPEN) {
                    selected.set(i);
                    break;
                }
            }
        }
    }
}
