package dev.whetstone.desktop.compare;

import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Role;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Markdown;
import dev.whetstone.desktop.text.MarkdownView;
import dev.whetstone.desktop.text.Messages;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The conversation that is answered, as tall as its text up to a quarter of the desk.
final class PromptPane extends ScrollPane {
    private final Markdown markdown = new Markdown();
    private final Messages messages;
    private final VBox turns = new VBox();

    PromptPane(CompareViewModel model, Messages messages) {
        this(messages);
        model.showingProperty().subscribe(showing -> showing.ifPresent(s -> show(s.prompt())));
    }

    PromptPane(Messages messages) {
        this.messages = messages;
        getStyleClass().add("prompt");
        turns.getStyleClass().add("turns");
        setContent(turns);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    void show(Prompt prompt) {
        turns.getChildren().clear();
        for (Message turn : prompt.turns()) {
            MarkdownView text = new MarkdownView(markdown);
            text.show(turn.content());
            turns.getChildren().addAll(Controls.label(speaker(turn.role()), "speaker"), text);
        }
        if (!prompt.source().isBlank()) {
            MarkdownView source = new MarkdownView(markdown);
            source.show(prompt.source());
            turns.getChildren()
                    .addAll(Controls.label(messages.t("compare.source"), "speaker"), source);
        }
        setVvalue(0);
    }

    private String speaker(Role role) {
        return switch (role) {
            case USER -> messages.t("speaker.user");
            case ASSISTANT -> messages.t("speaker.assistant");
            case SYSTEM -> messages.t("speaker.system");
            case TOOL -> messages.t("speaker.tool");
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        double wanted =
                turns.prefHeight(Math.max(inner, 0)) + snappedTopInset() + snappedBottomInset() + 2;
        double limit = getScene() == null ? 200 : getScene().getHeight() * 0.2;
        return Math.min(wanted, limit);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
