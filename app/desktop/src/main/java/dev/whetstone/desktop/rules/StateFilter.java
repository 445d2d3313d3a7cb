package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.RuleState;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Chooses of which state rules are shown.
final class StateFilter extends ComboBox<Optional<RuleState>> {
    StateFilter(RulesViewModel model, Messages messages) {
        setId("rules-states");
        setAccessibleText(messages.t("rules.states"));
        getStyleClass().add("dense");
        setMinWidth(USE_PREF_SIZE);
        getItems()
                .setAll(
                        Stream.concat(
                                        Stream.of(Optional.<RuleState>empty()),
                                        Arrays.stream(RuleState.values()).map(Optional::of))
                                .toList());
        setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Optional<RuleState> state) {
                        return state == null
                                ? ""
                                : state.map(one -> StateNames.of(one, messages))
                                        .orElse(messages.t("rules.states.all"));
                    }

                    @Override
                    public Optional<RuleState> fromString(String shown) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
        setValue(model.onlyStateProperty().get());
        valueProperty().addListener((o, before, now) -> model.showOnly(now));
    }
}
