package dev.whetstone.cli.reward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.reward.RewardVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "train", description = "Train a new version on choices and rules.")
final class RewardTrain extends Verb {
    @Parameters(paramLabel = "PROJECT")
    private Path project = Path.of("");

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    RewardTrain(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        try (ProjectServices open = shell.workbench().open(project)) {
            RewardVersion version = shell.follow(open.rewards().train(seed));
            ObjectNode json = Json.object().put("version", version.number());
            RewardReportJson.put(json, version.report());
            json.put("choices", version.choices())
                    .put("rule_labels", version.labels())
                    .put("seconds", version.seconds());
            List<String> lines = new ArrayList<>();
            lines.add(
                    "Reward model "
                            + version.number()
                            + ", trained on "
                            + version.choices()
                            + " choices and "
                            + version.labels()
                            + " labels of rules");
            lines.addAll(RewardReportJson.lines(version.report()));
            return Answer.of(json, lines);
        }
    }
}
