package dev.whetstone.desktop;

import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.services.place.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;

/// Pictures of every screen of a real project, in every look. A choice and its reason are begun on
/// the Compare screen, a reply is scored on the Reward screen, and a project without detectors gets
/// one, so work on a copy.
public final class Screenshots {
    private static final long OPEN_MILLIS = 6_000;
    private static final String PERSON = "mara";
    private static final String REASON = "It is rude.";
    private static final String REPLY =
            "We are sorry about the water in your kitchen. The payment is guaranteed. We will cover"
                    + " the carpet.";

    private Screenshots() {}

    /// Writes `screen-look.png` for every screen and look, and `question-look.png`.
    public static void take(Path project, Path folder, Places places)
            throws IOException, InterruptedException {
        try (HeadlessWindow window = HeadlessWindow.open(project, Role.DATA_SCIENTIST, places)) {
            TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
            window.graph()
                    .project()
                    .ifPresent(open -> DetectorToShow.in(open.services().detectors(), PERSON));
            // once to let every screen count and load, once for the pictures
            for (ScreenId screen : ScreenId.values()) {
                window.onScreen(() -> window.graph().shell().show(screen));
                TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
            }
            window.onScreen(() -> window.graph().shell().show(ScreenId.REWARD));
            window.onScreen(() -> ask(window));
            window.onScreen(() -> window.graph().shell().show(ScreenId.COMPARE));
            window.onScreen(() -> judge(window));
            TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
            new ScreenRecorder(window.graph(), window.scene(), window.runner(), folder)
                    .record(List.of(ScreenId.values()), List.of(ScreenRecorder.Look.values()));
            question(window, folder);
        }
    }

    /// The question about a sentence that has two meanings; no picture where none is found.
    private static void question(HeadlessWindow window, Path folder)
            throws IOException, InterruptedException {
        Optional<SentenceWithTwoMeanings> asked =
                window.graph().project().flatMap(OpenProject::question);
        if (asked.isEmpty()) {
            return;
        }
        SentenceWithTwoMeanings found = asked.get();
        window.onScreen(() -> window.graph().ask(found.comparison(), found.sentence()));
        TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
        new ScreenRecorder(window.graph(), window.scene(), window.runner(), folder)
                .record("question", ScreenId.COMPARE, List.of(ScreenRecorder.Look.values()));
    }

    private static void judge(HeadlessWindow window) {
        window.preferRight();
        window.reason().clear();
        window.reason().appendText(REASON);
    }

    /// A project without a reward model has nothing to ask.
    private static void ask(HeadlessWindow window) {
        if (window.scene().lookup("#why-score-response") instanceof TextArea response
                && window.scene().lookup("#why-score-ask") instanceof Button ask) {
            response.setText(REPLY);
            ask.fire();
        }
    }
}
