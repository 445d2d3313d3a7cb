package dev.whetstone.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// Registers the bundled fonts with JavaFX. Families: `Inter` (regular, bold, italic),
/// `Inter Medium`, `Inter Semi Bold`, `JetBrains Mono`.
public final class Fonts {
    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Medium.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "Inter-Italic.otf",
                    "Inter-SemiBoldItalic.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Bold.ttf");
    private static final String FOLDER = "/dev/whetstone/desktop/fonts/";

    private Fonts() {}

    /// @throws IllegalStateException when a font is missing from the program or broken
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
                if (in == null || Font.loadFont(in, 12) == null) {
                    throw new IllegalStateException("font cannot be read: " + file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
