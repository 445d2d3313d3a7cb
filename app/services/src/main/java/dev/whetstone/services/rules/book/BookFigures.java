package dev.whetstone.services.rules.book;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.services.rules.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A rule's support in words and numbers.
final class BookFigures {
    private BookFigures() {}

    /// @param name of the figure
    record Line(String name, String value) {}

    static List<Line> of(BookEntry entry) {
        BookEntry.Support support = entry.support();
        List<Line> lines = new ArrayList<>();
        lines.add(
                new Line(
                        "Coverage",
                        support.fires()
                                + " of "
                                + support.pairs()
                                + " pairs"
                                + (support.pairs() == 0
                                        ? ""
                                        : " (" + percent(support.fires(), support.pairs()) + ")")));
        lines.add(new Line("Right", choices(support.right())));
        lines.add(new Line("Wrong", choices(support.wrong())));
        int spoken = support.right() + support.wrong();
        lines.add(
                new Line(
                        "Accuracy",
                        spoken == 0
                                ? "not known: it speaks of no choice"
                                : interval(Estimate.ofProportion(support.right(), spoken))));
        Figures figures = entry.row().figures();
        Estimate matched = figures.length().matched();
        if (!Double.isNaN(matched.value())) {
            lines.add(new Line("Accuracy at like lengths", interval(matched)));
        }
        String badge =
                switch (figures.length().badge()) {
                    case NONE -> "";
                    case FOLLOWS_LONGER -> "it nearly always votes for the longer reply";
                    case FOLLOWS_SHORTER -> "it nearly always votes for the shorter reply";
                };
        if (!badge.isEmpty()) {
            lines.add(new Line("Length", badge));
        }
        lines.add(
                new Line(
                        "Learned weight",
                        Double.isNaN(figures.weight())
                                ? "none: it does not vote"
                                : String.format(Locale.ROOT, "%.2f log-odds", figures.weight())));
        return lines;
    }

    private static String choices(int count) {
        return count + (count == 1 ? " choice" : " choices");
    }

    private static String interval(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%.2f (95 %% interval %.2f to %.2f)",
                estimate.value(),
                estimate.low(),
                estimate.high());
    }

    private static String percent(int part, int of) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / of);
    }
}
