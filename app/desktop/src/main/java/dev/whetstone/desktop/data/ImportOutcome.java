package dev.whetstone.desktop.data;

import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.data.ImportReport;
import dev.whetstone.services.data.RejectedRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the import will do, one line an outcome, with the first example of each rejection.
final class ImportOutcome extends VBox {
    private final Messages messages;
    private final DenseTable<Line> table;

    private record Line(String result, double rows, String reason, String example) {}

    ImportOutcome(ImportViewModel model, Messages messages) {
        this.messages = messages;
        table =
                new DenseTable<>(
                        messages.t("import.outcome.none"),
                        List.of(
                                Columns.text(messages.t("import.result"), 14, Line::result),
                                Columns.number(
                                        messages.t("import.rows"),
                                        8,
                                        Line::rows,
                                        n -> String.format(Locale.ROOT, "%,.0f", n)),
                                Columns.text(messages.t("import.reason"), 40, Line::reason),
                                Columns.text(messages.t("import.example"), 26, Line::example)));
        Panel panel =
                new Panel(
                        messages.t("import.outcome"),
                        Controls.yielding(messages.t("import.outcome.note"), "muted", "small"));
        panel.grow(table);
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().add(panel);
        setMinHeight(0);
        model.reportsProperty().subscribe(this::show);
    }

    private void show(List<ImportReport> reports) {
        List<Line> lines = new ArrayList<>();
        for (ImportReport r : reports) {
            add(lines, "import.comparisons", r.comparisons(), "import.comparisons.reason");
            add(lines, "import.judgements", r.judgements(), "import.judgements.reason");
            add(lines, "import.ties", r.ties(), "import.ties.reason");
            add(lines, "import.explanations", r.explanations(), "import.explanations.reason");
            add(lines, "import.prompts", r.prompts(), "import.prompts.reason");
            add(lines, "import.duplicates", r.duplicates(), "import.duplicates.reason");
            add(lines, "import.skipped", r.skipped(), "import.skipped.reason");
            rejected(lines, r.rejected());
        }
        table.table().getItems().setAll(lines);
    }

    private void add(List<Line> lines, String name, int rows, String reason) {
        if (rows > 0) {
            lines.add(new Line(messages.t(name), rows, messages.t(reason), ""));
        }
    }

    private void rejected(List<Line> lines, List<RejectedRow> rows) {
        Map<String, List<RejectedRow>> byReason = new LinkedHashMap<>();
        for (RejectedRow row : rows) {
            byReason.computeIfAbsent(row.reason() + "\n" + row.field(), k -> new ArrayList<>())
                    .add(row);
        }
        for (List<RejectedRow> same : byReason.values()) {
            RejectedRow first = same.getFirst();
            String reason =
                    first.field().isEmpty()
                            ? reason(first.reason())
                            : messages.t("import.in-field", reason(first.reason()), first.field());
            lines.add(
                    new Line(
                            messages.t("import.rejected"),
                            same.size(),
                            reason,
                            messages.t("import.line", first.line())));
        }
    }

    private String reason(String code) {
        return switch (code) {
            case "json" -> messages.t("import.reason.json");
            case "columns" -> messages.t("import.reason.columns");
            case "missing" -> messages.t("import.reason.missing");
            case "empty" -> messages.t("import.reason.empty");
            case "type" -> messages.t("import.reason.type");
            case "value" -> messages.t("import.reason.value");
            default -> code;
        };
    }
}
