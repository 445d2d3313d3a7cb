package dev.whetstone.desktop.align;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Numbers with as many decimals as they have, at most four digits that count.
final class ShortDecimals extends StringConverter<Double> {
    private static final MathContext DIGITS = new MathContext(4);

    @Override
    public String toString(@Nullable Double value) {
        return value == null
                ? ""
                : new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
    }

    @Override
    public Double fromString(String text) {
        return Double.valueOf(text.strip());
    }
}
