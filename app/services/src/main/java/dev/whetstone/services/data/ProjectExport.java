package dev.whetstone.services.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.project.Message;
import dev.whetstone.services.align.RunFiles;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import dev.whetstone.services.judge.LeftOut;
import dev.whetstone.services.label.LabelJson;
import dev.whetstone.services.label.Labelling;
import dev.whetstone.services.label.Labels;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.derived.PairLabel;
import dev.whetstone.store.exporting.ExportFormat;
import dev.whetstone.store.exporting.Exporter;
import dev.whetstone.store.exporting.Gathered;
import dev.whetstone.store.exporting.PreferenceRow;
import dev.whetstone.store.exporting.PreferenceRows;
import dev.whetstone.store.exporting.SampledRow;
import dev.whetstone.store.exporting.Scored;
import dev.whetstone.store.project.Existing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Writes a project's judgements, labels or an iteration's pairs for other tools.
public final class ProjectExport implements Exports {
    private static final String ITERATION = "iteration-";

    private final OpenProject project;
    private final Labels labels;
    private final LeftOut leftOut;

    /// @param leftOut comparisons whose labels are not exported: exported labels are for training
    public ProjectExport(OpenProject project, Labels labels, LeftOut leftOut) {
        this.project = project;
        this.leftOut = leftOut;
        this.labels = labels;
    }

    @Override
    public List<DataExchange.Format> formats() {
        return Arrays.stream(ExportFormat.values())
                .map(f -> new DataExchange.Format(f.wireName(), f.english()))
                .toList();
    }

    @Override
    public ExportReport write(ExportRequest request) {
        Existing existing =
                request.overwrite() == ExportRequest.Overwrite.REPLACE
                        ? Existing.REPLACE
                        : Existing.REFUSE;
        return project.with(
                file -> {
                    ExportFormat format = ExportFormat.named(request.format());
                    if (format == ExportFormat.JUDGEMENTS) {
                        return report(Exporter.judgements(file, request.out(), existing));
                    }
                    if (request.from().startsWith(ITERATION)) {
                        return iteration(request, format, existing);
                    }
                    Gathered rows =
                            switch (request.from()) {
                                case "judgements" -> PreferenceRows.ofJudgements(file);
                                case "labels" ->
                                        PreferenceRows.ofLabels(
                                                file, decided(), request.minConfidence());
                                default ->
                                        throw new ServiceException(
                                                "input.invalid",
                                                "\"" + request.from() + "\" cannot be exported.",
                                                "Use judgements, labels or iteration-N.");
                            };
                    return report(
                            format == ExportFormat.ALL_RESPONSES
                                    ? Exporter.sampled(rows, request.out(), existing)
                                    : Exporter.preferences(rows, format, request.out(), existing));
                });
    }

    private List<PairLabel> decided() {
        Labelling labelling = labels.label(ModelChoice.AUTO);
        Set<UUID> untrained = leftOut.all();
        List<PairLabel> rows = new ArrayList<>();
        for (dev.whetstone.services.label.PairLabel label : labelling.labels()) {
            if (label.isDecided() && !untrained.contains(label.ref().comparisonId())) {
                rows.add(
                        new PairLabel(
                                label.ref().comparisonId(),
                                label.ref().a(),
                                label.ref().b(),
                                label.p(),
                                LabelJson.provenance(label)));
            }
        }
        return rows;
    }

    private ExportReport iteration(ExportRequest request, ExportFormat format, Existing existing) {
        RunFiles run = RunFiles.newest(project.artefacts());
        String named = request.from().substring(ITERATION.length());
        if (!named.matches("[1-9][0-9]{0,5}")) {
            throw new ServiceException(
                    "input.invalid",
                    "\"" + request.from() + "\" is no iteration.",
                    "Iterations count from iteration-1.");
        }
        int number = Integer.parseInt(named);
        List<JsonNode> pairs = JsonFiles.readLines(run.pairs(number));
        if (format != ExportFormat.ALL_RESPONSES) {
            List<PreferenceRow> rows = pairs.stream().map(ProjectExport::preference).toList();
            return report(Exporter.preferences(rows, format, request.out(), existing));
        }
        Map<String, JsonNode> sampled = run.responsesById(number);
        List<SampledRow> rows = new ArrayList<>();
        for (JsonNode pair : pairs) {
            JsonNode responses = sampled.get(pair.path("id").asText());
            if (responses != null) {
                rows.add(sampled(pair, responses));
            }
        }
        return report(Exporter.sampled(rows, request.out(), existing));
    }

    private static PreferenceRow preference(JsonNode pair) {
        return new PreferenceRow(
                turns(pair),
                "",
                scored(pair.path("chosen"), pair.path("score_chosen")),
                scored(pair.path("rejected"), pair.path("score_rejected")),
                pair.path("p").asDouble(),
                "",
                pair.path("lineage").toString());
    }

    private static SampledRow sampled(JsonNode pair, JsonNode responses) {
        List<Scored> texts = new ArrayList<>();
        for (int i = 0; i < responses.path("all_generated_responses").size(); i++) {
            texts.add(
                    scored(
                            responses.path("all_generated_responses").path(i),
                            responses.path("all_rm_scores").path(i)));
        }
        return new SampledRow(
                turns(pair),
                texts,
                pair.path("lineage").path("sample_chosen").asInt(),
                pair.path("lineage").path("sample_rejected").asInt(),
                pair.path("p").asDouble(),
                pair.path("lineage").toString());
    }

    private static List<Message> turns(JsonNode row) {
        return PromptTurns.of(row.path("prompt"));
    }

    private static Scored scored(JsonNode text, JsonNode score) {
        return new Scored(text.asText(), "", score.asDouble());
    }

    private static ExportReport report(dev.whetstone.store.exporting.ExportReport of) {
        List<String> losses = new ArrayList<>();
        of.leftOut().forEach((reason, n) -> losses.add(n + " left out: " + reason));
        of.notCarried().forEach((what, n) -> losses.add(n + " not carried: " + what));
        losses.sort(null);
        return new ExportReport(Path.of(of.file()), of.format(), (int) of.rows(), losses);
    }
}
