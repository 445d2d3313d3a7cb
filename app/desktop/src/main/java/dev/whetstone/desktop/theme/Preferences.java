package dev.whetstone.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// What the program remembers about this person on this computer: appearance, role, recent
/// projects. A small text file; nothing of a project is in it.
public final class Preferences {
    private static final int RECENT_LIMIT = 12;
    private static final int SIZE_LIMIT = 1 << 20;

    private final Path file;
    private final Properties values = new Properties();

    /// Reads `file` if it is there.
    ///
    /// @throws UncheckedIOException when it is there and cannot be read
    public Preferences(Path file) {
        this.file = file;
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= SIZE_LIMIT) {
                try (InputStream in = Files.newInputStream(file)) {
                    values.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// Where this operating system keeps such files.
    public static Path defaultFile() {
        String os = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        String appData = System.getenv("APPDATA");
        String xdg = System.getenv("XDG_CONFIG_HOME");
        Path folder;
        if (os.contains("win") && appData != null) {
            folder = Path.of(appData, "Whetstone");
        } else if (os.contains("mac")) {
            folder = home.resolve("Library/Application Support/Whetstone");
        } else if (xdg != null && !xdg.isBlank()) {
            folder = Path.of(xdg, "whetstone");
        } else {
            folder = home.resolve(".config/whetstone");
        }
        return folder.resolve("desktop.properties");
    }

    public Appearance appearance() {
        return new Appearance(
                choice("theme", Appearance.Mode.class, Appearance.DEFAULT.mode()),
                number("font.percent", Appearance.DEFAULT.fontPercent()));
    }

    public void setAppearance(Appearance appearance) {
        values.setProperty("theme", appearance.mode().name());
        values.setProperty("font.percent", Integer.toString(appearance.fontPercent()));
        save();
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        String text = values.getProperty(key, "");
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        return fallback;
    }

    public void setChoice(String key, Enum<?> value) {
        values.setProperty(key, value.name());
        save();
    }

    /// Whose choices these are; the operating system's user name until changed.
    public String person() {
        return values.getProperty("person", System.getProperty("user.name", "expert"));
    }

    public void setPerson(String name) {
        values.setProperty("person", name);
        save();
    }

    /// Projects opened last, newest first.
    public List<Path> recentProjects() {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < RECENT_LIMIT; i++) {
            String text = values.getProperty("recent." + i, "");
            if (!text.isEmpty()) {
                paths.add(Path.of(text));
            }
        }
        return paths;
    }

    public void addRecentProject(Path project) {
        List<Path> paths = new ArrayList<>(recentProjects());
        Path absolute = project.toAbsolutePath().normalize();
        paths.remove(absolute);
        paths.addFirst(absolute);
        for (int i = 0; i < RECENT_LIMIT; i++) {
            values.setProperty("recent." + i, i < paths.size() ? paths.get(i).toString() : "");
        }
        save();
    }

    private int number(String key, int fallback) {
        try {
            return Integer.parseInt(values.getProperty(key, Integer.toString(fallback)));
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    private void save() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "desktop", ".tmp");
            try (OutputStream out = Files.newOutputStream(beside)) {
                values.store(out, "Whetstone");
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
