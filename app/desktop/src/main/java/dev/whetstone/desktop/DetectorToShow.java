package dev.whetstone.desktop;

import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.failure.ServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A detector for pictures of a project that has none: it is taught by a condition, learns and
/// reads. Writes into the project.
final class DetectorToShow {
    private static final Logger LOG = LoggerFactory.getLogger(DetectorToShow.class);
    private static final String NAME = "next_steps";
    private static final String CONDITION = "contains(X, @next_steps)";
    private static final int MARKS = 60;

    private DetectorToShow() {}

    /// Not for the JavaFX thread. Does nothing where there are detectors, or where the condition
    /// does not tell the replies apart.
    static void in(Detectors detectors, String person) {
        if (!detectors.list().isEmpty()) {
            return;
        }
        try {
            var made = detectors.add(NAME, new Recipe.Head(), person);
            var unusedMarks = detectors.markWhen(made.name(), CONDITION, MARKS, person);
            var unusedRow = detectors.train(made.name(), person).join();
            var unusedReport = detectors.replies().read(made.name(), Integer.MAX_VALUE).join();
        } catch (ServiceException without) {
            LOG.info("pictures without a detector: {}", without.text());
        }
    }
}
