package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CellRow;
import dev.whetstone.services.coverage.Coverage;
import dev.whetstone.services.coverage.CoverageReport;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The LF summary and the comparisons behind the figure that was opened last.
public final class CoverageViewModel {
    private static final int LIMIT = 500;

    private final Coverage coverage;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<Optional<CoverageReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Cell> cell =
            new ReadOnlyObjectWrapper<>(new Cell.AgainstExperts());
    private final ReadOnlyObjectWrapper<List<CellRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public CoverageViewModel(Coverage coverage, TaskRunner runner, Feedback feedback) {
        this.coverage = coverage;
        this.runner = runner;
        this.feedback = feedback;
    }

    public ReadOnlyObjectProperty<Optional<CoverageReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// The figure whose comparisons are listed.
    public ReadOnlyObjectProperty<Cell> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<CellRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    public void load() {
        busy.set(true);
        var unused =
                runner.run(
                        Work.of(
                                "coverage",
                                coverage::report,
                                fresh -> {
                                    busy.set(false);
                                    report.set(Optional.of(fresh));
                                    open(cell.get());
                                },
                                failure -> {
                                    busy.set(false);
                                    feedback.failed(failure);
                                }));
    }

    /// Lists the comparisons behind a figure, at most 500.
    public void open(Cell newCell) {
        cell.set(newCell);
        var unused =
                runner.run(
                        Work.of(
                                "coverage-cell",
                                () -> coverage.open(newCell, LIMIT),
                                rows::set,
                                feedback::failed));
    }
}
