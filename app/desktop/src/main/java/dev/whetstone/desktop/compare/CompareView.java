package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.EmptyState;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.TextSurfaces;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The expert's desk.
public final class CompareView implements Screen {
    private final CompareViewModel model;
    private final GuidelinesViewModel guidelines;
    private final CompareActions actions;
    private final StackPane root = new StackPane();
    private final VBox desk = new VBox();
    private final Node finished;
    private final ResponsesPane responses;
    private final QuestionPane question;

    public CompareView(
            CompareViewModel model,
            GuidelinesViewModel guidelines,
            TextSurfaces surfaces,
            Navigator navigator,
            Messages messages) {
        this.model = model;
        this.guidelines = guidelines;
        WhyPane why = new WhyPane(model, surfaces, messages);
        this.actions = new CompareActions(model, guidelines, why::focusText, messages);
        why.setActions(actions);
        responses = new ResponsesPane(model, surfaces, messages);
        HBox.setHgrow(responses, Priority.ALWAYS);
        HBox read = new HBox(responses, new GuidelinesPane(guidelines, messages));
        read.getStyleClass().add("columns");
        read.setMinHeight(0);
        VBox.setVgrow(read, Priority.ALWAYS);
        PromptPane prompt = new PromptPane(model, messages);
        why.crowded().subscribe(crowded -> Controls.show(prompt, Controls.Shown.when(!crowded)));
        desk.getStyleClass().addAll("page", "desk");
        desk.getChildren()
                .addAll(
                        new CompareHeader(model, guidelines, actions, messages),
                        prompt,
                        read,
                        new ChoiceBar(model, actions, messages),
                        why);
        question = new QuestionPane(model.question(), actions, surfaces, messages);
        finished =
                new EmptyState(
                        messages.t("compare.done.title"),
                        messages.t("compare.done.text"),
                        Controls.button(
                                messages.t("compare.done.rules"),
                                () -> navigator.show(ScreenId.RULES),
                                "accent"),
                        Controls.button(messages.t("action.back"), model::back));
        model.showingProperty().subscribe(value -> refresh());
        model.loadedProperty().subscribe(value -> refresh());
        model.question().askedProperty().subscribe(value -> refresh());
    }

    private void refresh() {
        if (model.question().open().get()) {
            root.getChildren().setAll(question);
            question.requestFocus();
        } else if (model.hasShowing().get()) {
            root.getChildren().setAll(desk);
            responses.requestFocus();
        } else if (model.loadedProperty().get()) {
            root.getChildren().setAll(finished);
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions.all();
    }

    @Override
    public void shown() {
        guidelines.load();
        if (!model.loadedProperty().get()) {
            model.load();
        }
    }
}
