package dev.whetstone.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// WCAG 2.1 contrast of the colours that text stands in, at least 4.5 to 1.
class ContrastTest {
    private static final Pattern DECLARATION = Pattern.compile("(-[a-z][a-z0-9-]*):\\s*([^;]+);");

    @ParameterizedTest
    @CsvSource({
        "-color-fg-default, -color-bg-default",
        "-color-fg-default, -color-bg-subtle",
        "-color-fg-muted, -color-bg-default",
        "-color-fg-muted, -color-bg-subtle",
        "-ws-selected-text, -ws-selected",
        "-color-fg-default, -ws-selected",
        "-ws-on-accent, -ws-accent-fill",
        "-color-accent-fg, -color-bg-default",
        "-color-success-fg, -color-bg-default",
        "-color-success-fg, -ws-success-tint",
        "-color-warning-fg, -color-bg-default",
        "-color-warning-fg, -ws-warning-tint",
        "-color-danger-fg, -color-bg-default",
        "-color-danger-fg, -ws-danger-tint",
        "-color-fg-default, -ws-evidence",
        "-ws-code-keyword, -color-bg-default",
        "-ws-code-function, -color-bg-default",
        "-ws-code-concept, -color-bg-default",
        "-ws-code-literal, -color-bg-default",
        "-ws-series-0, -color-bg-default",
        "-ws-series-1, -color-bg-default",
        "-ws-series-2, -color-bg-default",
        "-ws-series-3, -color-bg-default",
    })
    void textCanBeReadInBothThemes(String text, String ground) throws IOException {
        for (String theme : new String[] {"light", "dark"}) {
            Map<String, String> colours = colours(theme);
            double contrast = contrast(luminance(colours, text), luminance(colours, ground));
            assertThat(contrast)
                    .as("%s on %s, %s", text, ground, theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Map<String, String> colours(String theme) throws IOException {
        Map<String, String> colours = new HashMap<>();
        String ours = read("/dev/whetstone/desktop/theme/" + theme + ".css");
        String base = read("/atlantafx/base/theme/primer-" + theme + ".css");
        String root = base.substring(0, base.indexOf('}'));
        for (String css : new String[] {root, ours}) {
            DECLARATION
                    .matcher(css)
                    .results()
                    .forEach(m -> colours.put(m.group(1), m.group(2).strip()));
        }
        return colours;
    }

    private static String read(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        ContrastTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double luminance(Map<String, String> colours, String name) {
        String value = name;
        while (value.startsWith("-")) {
            value = Objects.requireNonNull(colours.get(value), value);
        }
        assertThat(value).matches("#[0-9a-fA-F]{6}");
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(value.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
}
