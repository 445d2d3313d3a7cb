package dev.whetstone.cli.reward;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.reward.ResponseFile;
import dev.whetstone.services.reward.ResponseRow;
import dev.whetstone.services.reward.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Keeps the best of each prompt's responses; all of them and their scores stay in the row, under
/// the names `all_generated_responses` and `all_rm_scores`.
@Command(name = "best-of", description = "Keep the best of the responses to each prompt.")
final class RewardBestOf extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ResponsesArguments responses = new ResponsesArguments();

    @Option(
            names = "--samples",
            defaultValue = "2147483647",
            paramLabel = "N",
            description = "Look at the first N responses only. Default: at all.")
    private int samples;

    RewardBestOf(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        if (samples < 1) {
            throw new ParameterException(spec.commandLine(), "--samples is 1 or more");
        }
        Path out = responses.out();
        List<ResponseFile.Several> prompts =
                ResponseFile.readSeveral(responses.in()).stream()
                        .map(
                                p ->
                                        new ResponseFile.Several(
                                                p.row(),
                                                p.prompt(),
                                                p.responses().stream().limit(samples).toList()))
                        .toList();
        List<ResponseRow> texts = new ArrayList<>();
        prompts.forEach(
                p -> p.responses().forEach(text -> texts.add(new ResponseRow(p.prompt(), text))));
        List<Score> scores;
        try (ProjectServices open = shell.workbench().open(responses.project())) {
            scores = shell.follow(open.rewards().scoreRows(texts));
        }
        List<ObjectNode> rows = new ArrayList<>();
        int from = 0;
        for (ResponseFile.Several prompt : prompts) {
            int until = from + prompt.responses().size();
            rows.add(best(prompt, scores.subList(from, until)));
            from = until;
        }
        JsonFiles.writeLines(out, rows);
        double best =
                rows.stream()
                        .mapToDouble(row -> row.path("score").asDouble())
                        .average()
                        .orElse(Double.NaN);
        double any = scores.stream().mapToDouble(Score::value).average().orElse(Double.NaN);
        ObjectNode json =
                Json.object().put("prompts", prompts.size()).put("responses", texts.size());
        Json.number(json, "mean_score_best", best);
        Json.number(json, "mean_score_all", any);
        return Answer.of(
                json.put("out", out.toString()),
                "the best of "
                        + texts.size()
                        + " responses to "
                        + prompts.size()
                        + " prompts, written to "
                        + out,
                "mean score " + Table.decimal(best) + ", of all responses " + Table.decimal(any));
    }

    /// The first of equally good ones.
    private static ObjectNode best(ResponseFile.Several prompt, List<Score> scores) {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            best = scores.get(i).value() > scores.get(best).value() ? i : best;
        }
        ObjectNode row = JsonFiles.object();
        if (prompt.row().has("id")) {
            row.set("id", prompt.row().get("id"));
        }
        row.set("prompt", prompt.row().get("prompt"));
        row.put("response", prompt.responses().get(best))
                .put("score", scores.get(best).value())
                .put("uncertainty", scores.get(best).uncertainty())
                .put("index", best);
        ArrayNode all = row.putArray("all_generated_responses");
        prompt.responses().forEach(all::add);
        ArrayNode rewards = row.putArray("all_rm_scores");
        scores.forEach(score -> rewards.add(score.value()));
        return row;
    }
}
