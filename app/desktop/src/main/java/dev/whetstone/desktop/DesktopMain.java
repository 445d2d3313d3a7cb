package dev.whetstone.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Starts the desktop: `DesktopMain [PROJECT]`, or takes pictures of all screens of a project:
/// `DesktopMain --screenshots PROJECT FOLDER`. `DesktopMain --first-frame FILE [PROJECT]` notes
/// when the first frame was shown, and ends; `DesktopMain --chip-times FILE PROJECT` how long
/// sentences take to be shown as rules.
public final class DesktopMain {
    private DesktopMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        // read by logback.xml, so before the first logger
        System.setProperty("whetstone.log", Desktop.places().log().toString());
        if (args.length == 3 && args[0].equals("--screenshots")) {
            Screenshots.take(Path.of(args[1]), Path.of(args[2]), Desktop.places());
            return;
        }
        if (args.length == 3 && args[0].equals("--chip-times")) {
            ChipTimes.measure(Path.of(args[1]), Path.of(args[2]), Desktop.places());
            return;
        }
        if (args.length >= 2 && args[0].equals("--first-frame")) {
            Desktop.measure(Path.of(args[1]), Arrays.stream(args).skip(2).map(Path::of).toList());
            return;
        }
        List<Path> projects = Arrays.stream(args).map(Path::of).toList();
        new Desktop().open(projects);
    }
}
