package dev.whetstone.desktop.home;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import java.lang.management.ManagementFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What this computer offers: cores, memory, Java.
public final class ComputerFacts extends VBox {
    private static final double GIGABYTE = 1L << 30;

    public ComputerFacts(Messages messages) {
        getStyleClass().add("panel-body");
        int cores = Runtime.getRuntime().availableProcessors();
        fact(
                messages.t(
                        "computer.cores",
                        cores,
                        messages.t("number", Math.round(memory() / GIGABYTE))));
        fact(
                messages.t(
                        "computer.java",
                        Runtime.version().feature(),
                        System.getProperty("javafx.version", "")));
        fact(messages.t("computer.offline"));
    }

    private void fact(String text) {
        var label = Controls.wrapped(text);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().add(Controls.row(Icons.of(Feather.CHECK, "good"), label));
    }

    private static double memory() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }
}
