package dev.whetstone.services.accuracy;

import java.util.List;

/// The choices behind a figure, those first about which the model was surest and wrong.
///
/// @param rows at most as many as were asked for
/// @param total how many there are
public record ChoiceListing(List<ChoiceRow> rows, int total) {
    public ChoiceListing {
        rows = List.copyOf(rows);
    }
}
