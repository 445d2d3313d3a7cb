package dev.whetstone.desktop.align;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.runtime.loss.LossType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The losses that are sensible to begin with, each said in a sentence; all others on demand.
final class LossPicker extends VBox {
    private static final List<LossType> FEW =
            List.of(LossType.SIGMOID, LossType.CDPO, LossType.IPO, LossType.RPO, LossType.SIMPO);

    private final Messages messages;
    private final ComboBox<LossType> box = new ComboBox<>();
    private final CheckBox more;

    LossPicker(AlignForm form, Messages messages) {
        this.messages = messages;
        getStyleClass().add("stack");
        box.setId("align-loss");
        box.setAccessibleText(messages.t("align.loss"));
        box.setConverter(new Names());
        more = new CheckBox(messages.t("align.loss.more"));
        more.setId("align-loss-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.selectedProperty().subscribe(all -> offer(form.lossProperty().get()));
        Label sentence = Controls.wrapped("", "muted", "small");
        form.lossProperty()
                .subscribe(
                        type -> {
                            offer(type);
                            sentence.setText(sentence(type));
                        });
        box.setOnAction(
                event -> {
                    LossType chosen = box.getValue();
                    if (chosen != null && chosen != form.lossProperty().get()) {
                        form.choose(chosen);
                    }
                });
        HBox.setHgrow(box, Priority.ALWAYS);
        getChildren().addAll(Controls.row(box, more), sentence);
    }

    /// A loss that was chosen is always offered.
    private void offer(LossType chosen) {
        Stream<LossType> rest =
                Arrays.stream(LossType.values())
                        .filter(type -> !FEW.contains(type))
                        .filter(type -> more.isSelected() || type == chosen);
        box.getItems().setAll(Stream.concat(FEW.stream(), rest).toList());
        box.setValue(chosen);
    }

    private String sentence(LossType type) {
        return switch (type) {
            case SIGMOID -> messages.t("align.loss.sigmoid");
            case CDPO -> messages.t("align.loss.cdpo");
            case IPO -> messages.t("align.loss.ipo");
            case RPO -> messages.t("align.loss.rpo");
            case SIMPO -> messages.t("align.loss.simpo");
            case KTO -> messages.t("align.loss.kto");
            case ORPO -> messages.t("align.loss.orpo");
            case SFT -> messages.t("align.loss.sft");
            case CONTRASTIVE -> messages.t("align.loss.contrastive");
            default -> messages.t("align.loss.other", type.spelled());
        };
    }

    private final class Names extends StringConverter<LossType> {
        @Override
        public String toString(@Nullable LossType type) {
            if (type == null) {
                return "";
            }
            return switch (type) {
                case SIGMOID -> messages.t("align.loss.name.sigmoid");
                case CDPO -> messages.t("align.loss.name.cdpo");
                case RPO -> messages.t("align.loss.name.rpo");
                default -> type.spelled();
            };
        }

        @Override
        public LossType fromString(String text) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
