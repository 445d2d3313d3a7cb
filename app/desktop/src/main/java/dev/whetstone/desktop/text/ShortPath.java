package dev.whetstone.desktop.text;

import java.nio.file.Path;

/// A folder as a person knows it: below the home folder with `~`, elsewhere by its name alone.
public final class ShortPath {
    private ShortPath() {}

    public static String of(Path folder, Path home) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path from = home.toAbsolutePath().normalize();
        if (absolute.equals(from)) {
            return "~";
        }
        if (absolute.startsWith(from) && from.getNameCount() > 0) {
            return "~/" + from.relativize(absolute).toString().replace('\\', '/');
        }
        Path name = absolute.getFileName();
        return name == null ? absolute.toString() : "…/" + name;
    }
}
