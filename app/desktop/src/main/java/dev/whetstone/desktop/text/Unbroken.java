package dev.whetstone.desktop.text;

import java.util.regex.Pattern;

/// Keeps a number and its sign on one line: `87 %` gets a no-break space.
public final class Unbroken {
    private static final Pattern PERCENT = Pattern.compile("(?<=[\\p{Nd}}]) %");

    private Unbroken() {}

    public static String of(String text) {
        return PERCENT.matcher(text).replaceAll("\u00a0%");
    }
}
