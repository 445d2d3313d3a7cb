package dev.whetstone.cli.reward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.reward.ResponseFile;
import dev.whetstone.services.reward.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Adds `score` and `uncertainty` to rows `{"prompt","response"}`.
@Command(name = "score", description = "Score responses of a file.")
final class RewardScore extends Verb {
    @Mixin private ResponsesArguments responses = new ResponsesArguments();

    RewardScore(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Path out = responses.out();
        List<ResponseFile.One> rows = ResponseFile.readOnes(responses.in());
        List<ObjectNode> scored = new ArrayList<>();
        try (ProjectServices open = shell.workbench().open(responses.project())) {
            List<Score> scores =
                    shell.follow(
                            open.rewards()
                                    .scoreRows(rows.stream().map(ResponseFile.One::text).toList()));
            for (int i = 0; i < rows.size(); i++) {
                scored.add(
                        rows.get(i)
                                .row()
                                .put("score", scores.get(i).value())
                                .put("uncertainty", scores.get(i).uncertainty()));
            }
        }
        JsonFiles.writeLines(out, scored);
        return Answer.of(
                Json.object().put("rows", rows.size()).put("out", out.toString()),
                rows.size() + " responses scored, written to " + out);
    }
}
