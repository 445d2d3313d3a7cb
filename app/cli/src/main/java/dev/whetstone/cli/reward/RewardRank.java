package dev.whetstone.cli.reward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.reward.Curation;
import dev.whetstone.services.reward.ResponseFile;
import dev.whetstone.services.reward.ResponseRow;
import dev.whetstone.services.reward.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Curates a set: all rows best first with `score`, `uncertainty`, `rank`, `kept`, and where a row
/// is not kept the `reason`.
@Command(name = "rank", description = "Rank the responses of a file and keep the best.")
final class RewardRank extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ResponsesArguments responses = new ResponsesArguments();

    @Option(
            names = "--keep",
            required = true,
            paramLabel = "N",
            description = "Keep the N best; repeats of a kept response do not count.")
    private int keep;

    @Option(
            names = "--kept",
            paramLabel = "FILE.jsonl",
            description = "The kept rows alone, as they came.")
    private List<Path> keptFiles = List.of();

    RewardRank(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        if (keep < 1) {
            throw new ParameterException(spec.commandLine(), "--keep is 1 or more");
        }
        Path out = responses.out();
        keptFiles.forEach(responses::mayWrite);
        List<ResponseFile.One> rows = ResponseFile.readOnes(responses.in());
        List<ResponseRow> texts = rows.stream().map(ResponseFile.One::text).toList();
        List<Score> scores;
        try (ProjectServices open = shell.workbench().open(responses.project())) {
            scores = shell.follow(open.rewards().scoreRows(texts));
        }
        List<Curation.Ranked> ranked = Curation.rank(texts, scores, keep);
        List<ObjectNode> all = new ArrayList<>();
        List<ObjectNode> kept = new ArrayList<>();
        Map<String, Integer> dropped = new TreeMap<>();
        for (Curation.Ranked of : ranked) {
            ObjectNode row = rows.get(of.row()).row();
            boolean isKept = of.fate() == Curation.Fate.KEPT;
            if (isKept) {
                kept.add(row);
            } else {
                dropped.merge(of.fate().wireName(), 1, Integer::sum);
            }
            all.add(marked(row.deepCopy(), of));
        }
        JsonFiles.writeLines(out, all);
        keptFiles.forEach(file -> JsonFiles.writeLines(file, kept));
        return answer(rows.size(), kept.size(), dropped, out);
    }

    private static ObjectNode marked(ObjectNode row, Curation.Ranked of) {
        row.put("score", of.score().value())
                .put("uncertainty", of.score().uncertainty())
                .put("rank", of.rank())
                .put("kept", of.fate() == Curation.Fate.KEPT);
        if (of.fate() != Curation.Fate.KEPT) {
            row.put("reason", of.fate().wireName());
        }
        if (of.like() > 0) {
            row.put("like_rank", of.like());
        }
        return row;
    }

    private static Answer answer(int rows, int kept, Map<String, Integer> dropped, Path out) {
        ObjectNode json = Json.object().put("rows", rows).put("kept", kept);
        ObjectNode reasons = json.putObject("dropped");
        dropped.forEach(reasons::put);
        json.put("out", out.toString());
        List<String> lines = new ArrayList<>();
        lines.add(kept + " of " + rows + " responses kept, all of them written to " + out);
        dropped.forEach((reason, count) -> lines.add("  " + count + " dropped: " + reason));
        return Answer.of(json, lines);
    }
}
