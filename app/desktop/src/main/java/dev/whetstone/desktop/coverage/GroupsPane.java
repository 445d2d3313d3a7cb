package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.RuleStart;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.Uncovered;
import dev.whetstone.services.job.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What no rule votes on, in groups; for each a rule can be begun.
final class GroupsPane extends VBox {
    private static final int KEYS = 9;

    private final CoverageViewModel model;
    private final Navigator navigator;
    private final Messages messages;
    private final Label method = Controls.yielding("", "muted", "small");
    private final Button meaning;
    private final Button cancel;
    private final VBox list = new VBox();
    private final List<Action> write = new ArrayList<>();

    GroupsPane(CoverageViewModel model, Navigator navigator, Messages messages) {
        this.model = model;
        this.navigator = navigator;
        this.messages = messages;
        meaning =
                Controls.button(
                        messages.t("groups.meaning"), () -> model.groups().byMeaning(), "dense");
        cancel =
                Controls.button(
                        messages.t("groups.cancel"), () -> model.groups().cancel(), "dense");
        HBox head = new HBox(method, Controls.spacer(), meaning, cancel);
        head.getStyleClass().addAll("row", "group-head");
        list.getStyleClass().add("groups");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        setMinHeight(0);
        for (int key = 1; key <= KEYS; key++) {
            write.add(action(key));
        }
        model.groups().groupsProperty().subscribe(this::show);
        model.groups().progressProperty().subscribe(this::tell);
    }

    private Action action(int key) {
        BooleanBinding there =
                Bindings.createBooleanBinding(
                        () -> groups().size() >= key, model.groups().groupsProperty());
        return new Action(
                "coverage.write." + key,
                messages.t("action.coverage.write", key),
                Scope.on(ScreenId.COVERAGE),
                Shortcut.of(String.valueOf(key)),
                there,
                () -> writeRule(groups().get(key - 1)));
    }

    /// Begin a rule for the first, the second, ... group.
    List<Action> actions() {
        return write;
    }

    private List<Uncovered.Group> groups() {
        return model.groups().groupsProperty().get().map(Uncovered::groups).orElse(List.of());
    }

    private void writeRule(Uncovered.Group group) {
        navigator.writeRule(new RuleStart(title(group), group.firstRule(), group.pairs()));
    }

    private String title(Uncovered.Group group) {
        return group.words().isEmpty()
                ? messages.t("groups.others")
                : String.join(" · ", group.words());
    }

    private void tell(Optional<JobStatus> running) {
        Controls.show(meaning, Shown.when(running.isEmpty() && byWords()));
        Controls.show(cancel, Shown.when(running.isPresent()));
        running.ifPresentOrElse(
                status ->
                        method.setText(messages.t("groups.reading", status.done(), status.total())),
                this::tellMethod);
    }

    private boolean byWords() {
        return model.groups()
                .groupsProperty()
                .get()
                .map(found -> found.encoder().equals("words") && !found.groups().isEmpty())
                .orElse(false);
    }

    private void tellMethod() {
        method.setText(
                model.groups()
                        .groupsProperty()
                        .get()
                        .map(
                                found ->
                                        (byWords()
                                                        ? messages.t("groups.by.words")
                                                        : messages.t("groups.by.meaning"))
                                                + (found.sampled() < found.prompts()
                                                        ? " · "
                                                                + messages.t(
                                                                        "groups.sample",
                                                                        found.sampled(),
                                                                        found.prompts())
                                                        : ""))
                        .orElse(""));
    }

    private void show(Optional<Uncovered> found) {
        list.getChildren().clear();
        tell(model.groups().progressProperty().get());
        found.ifPresent(
                uncovered -> {
                    if (uncovered.pairs() == 0) {
                        list.getChildren()
                                .add(Controls.wrapped(messages.t("groups.none"), "muted", "group"));
                    }
                    for (int g = 0; g < uncovered.groups().size(); g++) {
                        list.getChildren().add(row(g, uncovered.groups().get(g)));
                    }
                    Uncovered.Group same = uncovered.nearlySame();
                    if (!same.pairs().isEmpty()) {
                        list.getChildren().add(same(same));
                    }
                });
    }

    private Node row(int place, Uncovered.Group group) {
        Button button = Controls.button(write.get(place), messages.t("groups.write"), "dense");
        VBox words = new VBox(heading(title(group), group));
        group.examples().stream()
                .limit(2)
                .forEach(
                        example ->
                                words.getChildren()
                                        .add(
                                                Controls.yielding(
                                                        messages.t("quoted", example),
                                                        "muted",
                                                        "small")));
        return boxed(words, button);
    }

    private Node same(Uncovered.Group group) {
        VBox words =
                new VBox(
                        heading(messages.t("groups.same"), group),
                        Controls.yielding(messages.t("groups.same.why"), "muted", "small"));
        return boxed(words);
    }

    private static Node boxed(VBox words, Node... right) {
        words.getStyleClass().add("group-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        row.getChildren().addAll(right);
        row.getStyleClass().addAll("row", "group");
        return row;
    }

    private Node heading(String title, Uncovered.Group group) {
        Button open =
                Controls.button(
                        title,
                        () -> model.open(new Cell.Group(title, group.pairs())),
                        "flat",
                        "group-title");
        String count =
                group.choices() == 0
                        ? messages.t("groups.pairs", group.pairs().size())
                        : messages.t("groups.pairs.choices", group.pairs().size(), group.choices());
        open.setAccessibleText(title + ", " + count);
        open.setMinWidth(0);
        open.setWrapText(true);
        open.setMinHeight(Region.USE_PREF_SIZE);
        return Controls.row(open, Controls.whole(count, "muted", "small"));
    }
}
