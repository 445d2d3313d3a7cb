package dev.whetstone.desktop.rules;

import dev.whetstone.core.lf.template.InstructionReading;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.RuleTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A gallery of rules for one click: what the better reply does, and the few values it needs.
final class TemplatesPane extends HBox {
    /// IFEval's own names say what is counted twice.
    private static final Pattern PREFIX = Pattern.compile("^(?:num|let|capital)_");

    private final TemplatesViewModel model;
    private final Messages messages;
    private final VBox form = new VBox();
    private final Label problem = Controls.wrapped("", "bad", "small");

    TemplatesPane(TemplatesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setMinHeight(0);
        getStyleClass().add("gallery");
        ListView<RuleTemplate> list = new ListView<>();
        list.setId("rule-templates");
        list.getItems().setAll(model.all());
        list.setCellFactory(unused -> new TemplateCell());
        list.setAccessibleText(messages.t("rules.templates"));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        template -> {
                            if (template != null) {
                                model.choose(template);
                            }
                        });
        list.setMinHeight(0);
        HBox.setHgrow(list, Priority.ALWAYS);
        form.getStyleClass().addAll("panel-body", "gallery-form");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("plain-scroll", "gallery-side");
        getChildren().addAll(list, scroll);
        model.chosenProperty().subscribe(this::show);
        model.problemProperty()
                .subscribe(
                        text -> {
                            problem.setText(text);
                            Controls.show(problem, Shown.when(!text.isEmpty()));
                        });
    }

    private void show(Optional<RuleTemplate> chosen) {
        form.getChildren().clear();
        if (chosen.isEmpty()) {
            form.getChildren()
                    .add(Controls.wrapped(messages.t("rules.templates.help"), "muted", "small"));
            return;
        }
        RuleTemplate template = chosen.get();
        form.getChildren().add(Controls.wrapped(template.title(), "strong"));
        template.fields().forEach(field -> form.getChildren().add(field(field)));
        if (!template.group().equals("prompt")) {
            form.getChildren().add(readings());
        }
        form.getChildren()
                .addAll(
                        problem,
                        Controls.wrapped(messages.t("rules.templates.then"), "muted", "small"));
    }

    private VBox field(RuleTemplate.Field field) {
        TextField value = new TextField(field.initial());
        value.getStyleClass().add("dense");
        value.setAccessibleText(field.name());
        value.setId("template-" + field.name());
        value.textProperty().addListener((o, before, now) -> model.set(field.name(), now));
        return new VBox(
                Controls.wrapped(
                        messages.t(
                                "rules.templates.field",
                                PREFIX.matcher(field.name()).replaceFirst("").replace('_', ' '),
                                field.wanted()),
                        "muted",
                        "small"),
                value);
    }

    private Node readings() {
        List<ToggleButton> buttons = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        for (InstructionReading reading : InstructionReading.values()) {
            ToggleButton button = new ToggleButton(name(reading));
            button.getStyleClass().add("dense");
            button.setToggleGroup(group);
            button.setSelected(reading == model.reading());
            button.setOnAction(
                    event -> {
                        button.setSelected(true);
                        model.read(reading);
                    });
            buttons.add(button);
        }
        return new VBox(
                Controls.wrapped(messages.t("rules.templates.reading"), "muted", "small"),
                new Segments(buttons));
    }

    private String name(InstructionReading reading) {
        return switch (reading) {
            case STRICT -> messages.t("rules.templates.strict");
            case LOOSE -> messages.t("rules.templates.loose");
            case COMPATIBLE -> messages.t("rules.templates.compatible");
            case COMPATIBLE_LOOSE -> messages.t("rules.templates.compatible-loose");
        };
    }

    private static final class TemplateCell extends ListCell<RuleTemplate> {
        @Override
        protected void updateItem(@Nullable RuleTemplate item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
                return;
            }
            HBox row =
                    Controls.row(
                            Controls.yielding(item.title()),
                            Controls.spacer(),
                            Controls.yielding(item.group().replace('_', ' '), "muted", "small"));
            row.setMinWidth(0);
            setGraphic(row);
            setPrefWidth(0);
        }
    }
}
