package dev.whetstone.store.exporting;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.judgement.JudgementLog;
import dev.whetstone.store.project.Existing;
import dev.whetstone.store.project.ProjectFile;
import dev.whetstone.store.sql.StoreException;
import java.nio.file.Path;
import java.util.List;

/// Writes files for other tools: beside first, then renamed, so that a file is whole or not there.
/// The same rows give the same bytes.
public final class Exporter {
    private Exporter() {}

    /// Writes rows as TRL, UltraFeedback-binarized or pairs.
    ///
    /// @throws StoreException EXISTS, IO
    /// @throws IllegalArgumentException for a format that is not made of preferences
    public static ExportReport preferences(
            Gathered gathered, ExportFormat format, Path out, Existing existing) {
        Losses losses = new Losses();
        JsonLinesFile file = new JsonLinesFile(out, existing);
        long rows = file.write(gathered.rows(), new PreferenceLines(format, losses)::line);
        return report(file, format, rows, gathered.losses().plus(losses));
    }

    /// As [#preferences(Gathered, ExportFormat, Path, Existing)] for rows from elsewhere.
    public static ExportReport preferences(
            List<PreferenceRow> rows, ExportFormat format, Path out, Existing existing) {
        return preferences(new Gathered(rows, new Losses()), format, out, existing);
    }

    /// Writes prompts with all their sampled responses and scores.
    ///
    /// @throws StoreException EXISTS, IO
    public static ExportReport sampled(List<SampledRow> rows, Path out, Existing existing) {
        Losses losses = new Losses();
        JsonLinesFile file = new JsonLinesFile(out, existing);
        long written = file.write(rows, new SampledLines(losses)::line);
        return report(file, ExportFormat.ALL_RESPONSES, written, losses);
    }

    /// Writes preferences as prompts with two responses each; the scores are those that the
    /// responses were imported with, and rows without are left out.
    ///
    /// @throws StoreException EXISTS, IO
    public static ExportReport sampled(Gathered gathered, Path out, Existing existing) {
        List<SampledRow> rows =
                gathered.rows().stream()
                        .map(
                                row ->
                                        new SampledRow(
                                                row.turns(),
                                                List.of(row.chosen(), row.rejected()),
                                                0,
                                                1,
                                                row.p(),
                                                row.lineage()))
                        .toList();
        Losses losses = new Losses();
        JsonLinesFile file = new JsonLinesFile(out, existing);
        long written = file.write(rows, new SampledLines(losses)::line);
        return report(file, ExportFormat.ALL_RESPONSES, written, gathered.losses().plus(losses));
    }

    /// Writes the verdicts that hold as a judgements file, which imports again without loss.
    ///
    /// @throws StoreException EXISTS, IO
    public static ExportReport judgements(ProjectFile project, Path out, Existing existing) {
        Losses losses = new Losses();
        List<JudgementEvent> events = project.judgements().all();
        List<Judgement> standing = JudgementLog.of(events).judgements();
        countEvents(events, standing.size(), losses);
        JsonLinesFile file = new JsonLinesFile(out, existing);
        long rows =
                file.write(standing, new JudgementLines(new ProjectContent(project), losses)::line);
        return report(file, ExportFormat.JUDGEMENTS, rows, losses);
    }

    private static void countEvents(List<JudgementEvent> events, long standing, Losses losses) {
        long judged = events.stream().filter(e -> e instanceof JudgementEvent.Judged).count();
        losses.notCarried("verdict taken back or replaced", judged - standing);
        for (JudgementEvent event : events) {
            switch (event) {
                case JudgementEvent.Skipped _ -> losses.notCarried("skip");
                case JudgementEvent.Flagged _ -> losses.notCarried("flag");
                case JudgementEvent.Judged _, JudgementEvent.Undone _ -> {}
            }
        }
    }

    private static ExportReport report(
            JsonLinesFile file, ExportFormat format, long rows, Losses losses) {
        return new ExportReport(
                file.target().toString(),
                format.wireName(),
                rows,
                losses.leftOut(),
                losses.notCarried());
    }
}
