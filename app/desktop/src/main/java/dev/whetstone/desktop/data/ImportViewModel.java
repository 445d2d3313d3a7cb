package dev.whetstone.desktop.data;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.data.DataExchange;
import dev.whetstone.services.data.ImportPreview;
import dev.whetstone.services.data.ImportReport;
import dev.whetstone.services.data.ImportRequest;
import dev.whetstone.services.job.JobHandle;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Bringing a file in: its first rows, which column is what, what would happen, and then all
/// rows or none.
public final class ImportViewModel {
    /// What a column can be, as the mapping spells it.
    static final List<String> ROLES = List.of("prompt", "a", "b", "label", "source", "id");

    private final DataExchange data;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Optional<Path>> file =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ImportReport>> reports =
            new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty mapping = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty skipBad = new SimpleBooleanProperty();
    private final BooleanBinding hasBadRows =
            Bindings.createBooleanBinding(
                    () -> reports.get().stream().anyMatch(r -> !r.rejected().isEmpty()), reports);
    private final BooleanBinding canImport =
            Bindings.createBooleanBinding(
                    () ->
                            !busy.get()
                                    && !reports.get().isEmpty()
                                    && (skipBad.get() || !hasBadRows.get()),
                    busy,
                    reports,
                    skipBad,
                    hasBadRows);

    public ImportViewModel(
            DataExchange data,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.data = data;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
        // what would happen must be counted anew with another mapping
        mapping.subscribe(text -> reports.set(List.of()));
    }

    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ImportPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// What would happen; empty until it was counted.
    public ReadOnlyObjectProperty<List<ImportReport>> reportsProperty() {
        return reports.getReadOnlyProperty();
    }

    /// As on the command line, e.g. `prompt=instruction,a=answer_0`.
    public StringProperty mappingProperty() {
        return mapping;
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    /// Whether rows that cannot be imported are left out; without it they keep the file out.
    public BooleanProperty skipBadProperty() {
        return skipBad;
    }

    public BooleanBinding hasBadRows() {
        return hasBadRows;
    }

    public BooleanBinding canImport() {
        return canImport;
    }

    /// Reads the file's beginning and counts what an import would do.
    public void choose(Path chosen) {
        skipBad.set(false);
        reports.set(List.of());
        var unused =
                runner.run(
                        Work.of(
                                "import-preview",
                                () -> data.preview(chosen),
                                read -> {
                                    file.set(Optional.of(chosen));
                                    preview.set(Optional.of(read));
                                    mapping.set(read.mapping());
                                    check();
                                },
                                feedback::failed));
    }

    /// The role of a column by the mapping; empty for none.
    public String role(String column) {
        return parts().entrySet().stream()
                .filter(entry -> column(entry.getValue()).equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /// Gives a column a role, taking it from the column that had it; an empty role leaves it out.
    public void setRole(String column, String role) {
        Map<String, String> parts = parts();
        parts.values().removeIf(value -> column(value).equals(column));
        if (!role.isEmpty()) {
            parts.put(role, column);
        }
        mapping.set(
                parts.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(",")));
    }

    /// A comma begins a new part only before `name=`; others belong to a value mapping.
    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : mapping.get().split(",(?=[^,=>]+=)")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            }
        }
        return parts;
    }

    private static String column(String value) {
        int values = value.indexOf(':');
        return values < 0 ? value : value.substring(0, values);
    }

    /// Reads all rows and writes nothing.
    public void check() {
        file.get().ifPresent(f -> follow(data.dryRun(request(f)), reports::set));
    }

    /// All rows, or, when it was chosen so, all sound ones.
    public void importAll() {
        if (canImport.get()) {
            file.get()
                    .ifPresent(
                            f ->
                                    follow(
                                            data.importFiles(request(f)),
                                            done -> {
                                                feedback.saved();
                                                feedback.tell(messages.t("import.done", sum(done)));
                                                cancel();
                                            }));
        }
    }

    private static int sum(List<ImportReport> reports) {
        return reports.stream().mapToInt(ImportReport::comparisons).sum();
    }

    public void cancel() {
        file.set(Optional.empty());
        preview.set(Optional.empty());
        reports.set(List.of());
    }

    private ImportRequest request(Path f) {
        return new ImportRequest(List.of(f), "", mapping.get(), "", person)
                .with(skipBad.get() ? ImportRequest.BadRows.SKIP : ImportRequest.BadRows.REFUSE);
    }

    private void follow(JobHandle<List<ImportReport>> job, Consumer<List<ImportReport>> done) {
        busy.set(true);
        runner.follow(
                job,
                status -> {
                    if (status.state().isFinal()) {
                        busy.set(false);
                    }
                },
                result -> {
                    busy.set(false);
                    done.accept(result);
                },
                failure -> {
                    busy.set(false);
                    feedback.failed(failure);
                });
    }
}
