package dev.whetstone.desktop.data;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.services.data.DataExchange;
import dev.whetstone.services.data.ExportReport;
import dev.whetstone.services.data.ExportRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Taking data out: the format, where it comes from, and what the format cannot carry.
public final class ExportViewModel {
    private final DataExchange data;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<ExportReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ExportViewModel(DataExchange data, TaskRunner runner, Feedback feedback) {
        this.data = data;
        this.runner = runner;
        this.feedback = feedback;
    }

    public List<DataExchange.Format> formats() {
        return data.exportFormats();
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    public ReadOnlyObjectProperty<Optional<ExportReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Writes `out`; the dialog that chose it has asked before replacing a file.
    ///
    /// @param minConfidence labels with max(p, 1 - p) below are left out, .5 to 1
    public void export(String format, String from, double minConfidence, Path out) {
        busy.set(true);
        runner.follow(
                data.export(
                        new ExportRequest(
                                format, from, minConfidence, out, ExportRequest.Overwrite.REPLACE)),
                status -> {
                    if (status.state().isFinal()) {
                        busy.set(false);
                    }
                },
                done -> {
                    busy.set(false);
                    report.set(Optional.of(done));
                },
                failure -> {
                    busy.set(false);
                    feedback.failed(failure);
                });
    }
}
