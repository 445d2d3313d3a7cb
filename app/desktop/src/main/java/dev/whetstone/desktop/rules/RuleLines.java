package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.rules.RuleLine.Place;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.vote.FamilyBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rules as a list shows them: in the order that a person asked for, each family together below
/// its first rule.
final class RuleLines {
    private final ObservableList<RuleRow> rows;
    private final FamiliesViewModel families;
    private final ObservableList<RuleLine> lines = FXCollections.observableArrayList();
    private final ObservableList<RuleLine> view = FXCollections.unmodifiableObservableList(lines);
    private final Set<UUID> folded = new HashSet<>();
    private Optional<Comparator<RuleLine>> order = Optional.empty();

    RuleLines(ObservableList<RuleRow> rows, FamiliesViewModel families) {
        this.rows = rows;
        this.families = families;
        InvalidationListener changed = source -> refresh();
        rows.addListener(changed);
        families.confirmedProperty().subscribe(confirmed -> refresh());
    }

    ObservableList<RuleLine> lines() {
        return view;
    }

    /// @param by empty for the order of creation
    void sort(Optional<Comparator<RuleLine>> by) {
        order = by;
        refresh();
    }

    /// Folds a family away, or shows it again.
    void fold(RuleLine head) {
        for (FamilyBook.Family family : families.confirmedProperty().get()) {
            if (family.rules().contains(head.row().id())) {
                UUID key = family.rules().getFirst();
                if (!folded.remove(key)) {
                    folded.add(key);
                }
            }
        }
        refresh();
    }

    private void refresh() {
        Map<UUID, UUID> familyOf = new HashMap<>();
        for (FamilyBook.Family family : families.confirmedProperty().get()) {
            family.rules().forEach(rule -> familyOf.put(rule, family.rules().getFirst()));
        }
        List<RuleLine> sorted =
                new ArrayList<>(
                        rows.stream().map(row -> new RuleLine(row, Place.ALONE, 1)).toList());
        order.ifPresent(sorted::sort);
        Map<UUID, List<RuleRow>> groups = new LinkedHashMap<>();
        for (RuleLine line : sorted) {
            UUID id = line.row().id();
            groups.computeIfAbsent(familyOf.getOrDefault(id, id), key -> new ArrayList<>())
                    .add(line.row());
        }
        List<RuleLine> fresh = new ArrayList<>();
        groups.forEach((key, members) -> add(fresh, key, members));
        if (!fresh.equals(lines)) {
            lines.setAll(fresh);
        }
    }

    private void add(List<RuleLine> fresh, UUID key, List<RuleRow> members) {
        int size = members.size();
        if (size == 1) {
            fresh.add(new RuleLine(members.getFirst(), Place.ALONE, 1));
            return;
        }
        boolean away = folded.contains(key);
        fresh.add(
                new RuleLine(members.getFirst(), away ? Place.FOLDED_HEAD : Place.OPEN_HEAD, size));
        if (!away) {
            members.stream()
                    .skip(1)
                    .forEach(row -> fresh.add(new RuleLine(row, Place.MEMBER, size)));
        }
    }
}
