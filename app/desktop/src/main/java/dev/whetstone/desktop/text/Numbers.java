package dev.whetstone.desktop.text;

import java.util.Locale;

/// Numbers as tables of the field print them: shares without the leading zero, a dash where nothing
/// was measured.
public final class Numbers {
    private Numbers() {}

    /// E.g. `.043`; `1.000`; `–` for NaN.
    public static String share(double value) {
        return fixed(value, 3);
    }

    /// E.g. `.87`, `1.00`, `−.31`; `–` for NaN.
    public static String two(double value) {
        return fixed(value, 2);
    }

    /// E.g. `76.2 %`.
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f\u00a0%%", share * 100);
    }

    /// E.g. `76 %`; `–` for NaN.
    public static String wholePercent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.0f\u00a0%%", share * 100);
    }

    /// A difference of shares in points of a hundred, e.g. `+36`, `−11`; `–` for NaN.
    public static String points(double difference) {
        long points = Math.round(difference * 100);
        return Double.isNaN(difference)
                ? "–"
                : (points > 0 ? "+" : points < 0 ? "−" : "") + Math.abs(points);
    }

    /// E.g. `1,204`.
    public static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /// With `decimals` digits, a thousands separator, a true minus and no leading zero.
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        String body = text.startsWith("0.") ? text.substring(1) : text;
        return value < 0 && !zero ? "−" + body : body;
    }
}
