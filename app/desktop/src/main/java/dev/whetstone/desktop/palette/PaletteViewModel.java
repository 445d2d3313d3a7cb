package dev.whetstone.desktop.palette;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Actions;
import dev.whetstone.desktop.action.ScreenId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Finds actions by their words: those of the current screen first, then whole-word beginnings.
public final class PaletteViewModel {
    private final Actions actions;
    private final Supplier<ScreenId> current;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Action> hits = FXCollections.observableArrayList();
    private final ObservableList<Action> hitsView = FXCollections.unmodifiableObservableList(hits);

    public PaletteViewModel(Actions actions, Supplier<ScreenId> current) {
        this.actions = actions;
        this.current = current;
        query.subscribe(text -> search(text));
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ObservableList<Action> hits() {
        return hitsView;
    }

    public int total() {
        return actions.all().size();
    }

    /// Starts anew with an empty query.
    public void open() {
        query.set("");
        search("");
    }

    private void search(String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        hits.setAll(
                actions.all().stream()
                        .filter(action -> words.stream().allMatch(word -> has(action, word)))
                        .sorted(Comparator.comparingInt(action -> rank(action, words)))
                        .toList());
    }

    private static boolean has(Action action, String word) {
        return action.title().toLowerCase(Locale.ROOT).contains(word);
    }

    private int rank(Action action, List<String> words) {
        boolean here = action.scope().includes(current.get());
        String title = " " + action.title().toLowerCase(Locale.ROOT);
        boolean starts = words.stream().allMatch(word -> title.contains(" " + word));
        return (action.enabled().get() ? 0 : 4) + (here ? 0 : 2) + (starts ? 0 : 1);
    }
}
