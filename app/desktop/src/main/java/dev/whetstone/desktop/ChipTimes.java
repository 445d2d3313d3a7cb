package dev.whetstone.desktop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.place.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.StyledTextArea;

/// Measures the wall time from the last key of a sentence to the frame that shows the rules it was
/// understood as. Types into the first comparison of a project, so work on a copy.
final class ChipTimes {
    private static final long OPEN_MILLIS = 8_000;
    private static final long KEY_MILLIS = 60;
    private static final long PAUSE_MILLIS = 700;

    /// Pulses after the chips are in the scene: one draws them, the next runs when it is drawn.
    private static final int PULSES = 2;

    private static final List<String> SENTENCES =
            List.of(
                    "doesn't mention the deductible",
                    "too long",
                    "it promises cover before the survey",
                    "the prompt asked for a bullet list and the response didn't include one",
                    "no next steps",
                    "rude",
                    "it asks for the card number",
                    "never says sorry although the customer is upset",
                    "wrong claim number",
                    "more than 60 words",
                    "cut off in the middle of a sentence",
                    "too many exclamation marks");

    private final HeadlessWindow window;

    private ChipTimes(HeadlessWindow window) {
        this.window = window;
    }

    /// Writes the figures, in milliseconds, to `out`.
    static void measure(Path out, Path project, Places places)
            throws IOException, InterruptedException {
        try (HeadlessWindow window = HeadlessWindow.open(project, Role.EXPERT, places)) {
            JsonFiles.write(out, new ChipTimes(window).run());
        }
    }

    private ObjectNode run() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
        window.onScreen(() -> window.graph().shell().show(ScreenId.COMPARE));
        TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
        window.onScreen(window::preferRight);
        ObjectNode figures = JsonFiles.object();
        ObjectNode each = figures.putObject("millis");
        List<Double> millis = new ArrayList<>();
        for (String sentence : SENTENCES) {
            Times times = type(sentence);
            each.putObject(sentence)
                    .put("understood", times.understood() / 1e6)
                    .put("drawn", times.drawn() / 1e6);
            millis.add(times.drawn() / 1e6);
        }
        figures.put("first", millis.getFirst());
        List<Double> sorted = millis.stream().sorted().toList();
        return figures.put("median", sorted.get(sorted.size() / 2))
                .put("largest", sorted.getLast());
    }

    /// Nanoseconds from the last key until the chips were made, and until they were drawn.
    private record Times(long understood, long drawn) {}

    private Times type(String sentence) throws InterruptedException {
        window.onScreen(this::clear);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        int last = sentence.length() - 1;
        for (int i = 0; i < last; i++) {
            String letter = sentence.substring(i, i + 1);
            window.onScreen(() -> key(letter));
            TimeUnit.MILLISECONDS.sleep(KEY_MILLIS);
        }
        CompletableFuture<Times> shown = new CompletableFuture<>();
        window.onScreen(
                () -> {
                    long from = System.nanoTime();
                    watch((Pane) window.node(".chip-rows"), from, shown);
                    key(sentence.substring(last));
                });
        return HeadlessWindow.await(shown);
    }

    private static void watch(Pane chips, long from, CompletableFuture<Times> shown) {
        chips.getChildren()
                .addListener(
                        new ListChangeListener<Node>() {
                            @Override
                            public void onChanged(Change<? extends Node> change) {
                                if (!chips.getChildren().isEmpty()) {
                                    chips.getChildren().removeListener(this);
                                    countPulses(from, System.nanoTime() - from, shown);
                                }
                            }
                        });
    }

    private static void countPulses(long from, long understood, CompletableFuture<Times> shown) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == PULSES) {
                    stop();
                    shown.complete(new Times(understood, System.nanoTime() - from));
                }
            }
        }.start();
    }

    private void clear() {
        StyledTextArea<?, ?> text = window.reason();
        text.requestFocus();
        text.clear();
    }

    private void key(String letter) {
        window.reason().appendText(letter);
    }
}
