package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.coverage.Agreement;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CellRow;
import dev.whetstone.services.coverage.Coverage;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Depth;
import dev.whetstone.services.coverage.Diagnosis;
import dev.whetstone.services.coverage.Listing;
import dev.whetstone.services.coverage.SliceRow;
import dev.whetstone.services.coverage.SummaryFile;
import dev.whetstone.services.coverage.View;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.label.PairLabel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The LF summary of a view, and the comparisons behind the figure that was opened last. What is
/// counted at once is shown at once; what is fitted follows.
public final class CoverageViewModel {
    private static final int LIMIT = 500;

    private final Coverage coverage;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(View.ALL);
    private final ReadOnlyObjectWrapper<Optional<CoverageReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Cell> cell =
            new ReadOnlyObjectWrapper<>(new Cell.AgainstExperts());
    private final ReadOnlyObjectWrapper<Listing> listing =
            new ReadOnlyObjectWrapper<>(new Listing(List.of(), 0));
    private final ReadOnlyObjectWrapper<List<SliceRow>> slices =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> diagnosis =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Agreement>> agreement =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PairLabel>> label =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();
    private final GroupsViewModel groups;

    public CoverageViewModel(Coverage coverage, TaskRunner runner, Feedback feedback) {
        this.coverage = coverage;
        this.runner = runner;
        this.feedback = feedback;
        this.groups = new GroupsViewModel(coverage, runner, feedback);
    }

    GroupsViewModel groups() {
        return groups;
    }

    public ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<CoverageReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// The figure whose comparisons are listed.
    public ReadOnlyObjectProperty<Cell> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Listing> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    /// False until the first comparisons were found.
    public ReadOnlyBooleanProperty listedProperty() {
        return listed.getReadOnlyProperty();
    }

    /// Coverage of each slice, all pairs first; empty until it is known.
    public ReadOnlyObjectProperty<List<SliceRow>> slicesProperty() {
        return slices.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Diagnosis>> diagnosisProperty() {
        return diagnosis.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Agreement>> agreementProperty() {
        return agreement.getReadOnlyProperty();
    }

    /// The label of the pair that was pointed at last.
    public ReadOnlyObjectProperty<Optional<PairLabel>> labelProperty() {
        return label.getReadOnlyProperty();
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    public void load() {
        busy.set(true);
        View asked = view.get();
        read(
                "coverage",
                () -> coverage.report(asked, Depth.VOTES),
                fresh -> {
                    busy.set(false);
                    report.set(Optional.of(fresh));
                    open(cell.get());
                    groups.load(asked);
                    deepen(asked);
                });
    }

    private void deepen(View asked) {
        read(
                "coverage-labels",
                () -> coverage.report(asked, Depth.LABELS),
                labelled -> {
                    take(labelled);
                    readOthers(asked);
                });
    }

    /// One after the other: each takes all processors for a while in a large project.
    private void readOthers(View asked) {
        read(
                "coverage-agreement",
                () -> coverage.agreement(asked),
                a -> agreement.set(Optional.of(a)));
        read(
                "coverage-held-out",
                () -> coverage.report(asked, Depth.HELD_OUT),
                whole -> {
                    take(whole);
                    read(
                            "coverage-slices",
                            () -> coverage.bySlice(asked.model()),
                            rows -> {
                                slices.set(rows);
                                read(
                                        "coverage-models",
                                        coverage::diagnose,
                                        found -> diagnosis.set(Optional.of(found)));
                            });
                });
    }

    private void take(CoverageReport fresh) {
        if (fresh.view().equals(view.get())) {
            report.set(Optional.of(fresh));
        }
    }

    private <T> void read(String key, Work.Body<T> body, Consumer<T> done) {
        var unused =
                runner.run(
                        Work.of(
                                key,
                                body,
                                done,
                                failure -> {
                                    busy.set(false);
                                    feedback.failed(failure);
                                }));
    }

    /// Restricts all figures to a slice.
    public void show(String slice) {
        see(new View(slice, view.get().model()));
    }

    /// Takes another model's labels.
    public void show(ModelChoice model) {
        see(new View(view.get().slice(), model));
    }

    private void see(View other) {
        if (!other.equals(view.get())) {
            view.set(other);
            load();
        }
    }

    /// Lists the comparisons behind a figure, at most 500.
    public void open(Cell newCell) {
        cell.set(newCell);
        View asked = view.get();
        read(
                "coverage-cell",
                () -> coverage.open(asked, newCell, LIMIT),
                found -> {
                    listing.set(found);
                    listed.set(true);
                });
    }

    /// Opens the label of a pair into its weights.
    public void explain(CellRow row) {
        ModelChoice model = view.get().model();
        read("coverage-label", () -> coverage.explain(row.ref(), model), label::set);
    }

    /// Puts a comparison back in the queue of those who judged it.
    public void askAgain(CellRow row, Runnable told) {
        write(() -> coverage.askAgain(row.ref().comparisonId()), told);
    }

    /// Leaves a comparison out of training, or takes it in again where it is left out.
    public void turnTraining(CellRow row, Runnable told) {
        write(
                () -> {
                    if (row.leftOut()) {
                        coverage.takeIn(row.ref().comparisonId());
                    } else {
                        coverage.leaveOut(row.ref().comparisonId());
                    }
                },
                told);
    }

    private void write(Work.Effect effect, Runnable told) {
        var unused =
                runner.run(
                        Work.effect(
                                "",
                                effect,
                                () -> {
                                    feedback.saved();
                                    told.run();
                                    open(cell.get());
                                },
                                feedback::failed));
    }

    /// Writes the table as [SummaryFile] does.
    public void export(Path file, Runnable told) {
        report.get()
                .ifPresent(
                        shown -> {
                            var unused =
                                    runner.run(
                                            Work.effect(
                                                    "coverage-export",
                                                    () -> SummaryFile.write(file, shown),
                                                    told,
                                                    feedback::failed));
                        });
    }
}
