package dev.whetstone.desktop.theme;

/// How the program looks.
///
/// @param fontPercent size of all text and what is measured by it, 80 to 200; 100 is 14 px
public record Appearance(Mode mode, int fontPercent) {
    public static final Appearance DEFAULT = new Appearance(Mode.SYSTEM, 100);
    private static final int BASE_PIXELS = 14;

    /// Light, dark, or what the operating system says.
    public enum Mode {
        SYSTEM,
        LIGHT,
        DARK
    }

    public Appearance {
        fontPercent = Math.clamp(fontPercent, 80, 200);
    }

    public Appearance withMode(Mode newMode) {
        return new Appearance(newMode, fontPercent);
    }

    public Appearance withFontPercent(int percent) {
        return new Appearance(mode, percent);
    }

    /// Size of plain text in pixels.
    public double fontPixels() {
        return BASE_PIXELS * fontPercent / 100.0;
    }
}
