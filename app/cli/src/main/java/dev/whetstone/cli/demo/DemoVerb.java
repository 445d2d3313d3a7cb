package dev.whetstone.cli.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.align.ReportAnswer;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.services.align.IterationReport;
import dev.whetstone.services.demo.Demo;
import dev.whetstone.services.job.JobHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The whole chain on the bundled sample.
@Command(name = "demo", description = "Run the whole loop on the bundled sample.")
final class DemoVerb extends Verb {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "whetstone-demo",
            description = "Where the demo's project is made; default: ${DEFAULT-VALUE}.")
    private Path dir = Path.of("");

    @Option(names = "--iterations", defaultValue = "3")
    private int iterations;

    DemoVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() throws IOException {
        Files.createDirectories(dir);
        Demo demo =
                new Demo(
                        shell.workbench(),
                        new Demo.Follower() {
                            @Override
                            public <T> T follow(JobHandle<T> job) {
                                return shell.follow(job);
                            }
                        });
        Demo.Outcome outcome = demo.run(dir.toAbsolutePath(), iterations);
        return Answer.of(json(outcome), lines(outcome));
    }

    private static ObjectNode json(Demo.Outcome of) {
        IterationReport last = of.report().iterations().getLast();
        ObjectNode json =
                Json.object()
                        .put("judgements", of.judgements())
                        .put("explanations", of.explanations().explanations())
                        .put("rules", of.explanations().rules().size())
                        .put("rules_waiting", of.explanations().waiting());
        Json.number(json, "coverage", of.coverage().totals().covered());
        ObjectNode accuracy = json.putObject("reward_accuracy");
        Json.number(accuracy, "value", of.reward().report().accuracy().value());
        Json.number(accuracy, "low", of.reward().report().accuracy().low());
        Json.number(accuracy, "high", of.reward().report().accuracy().high());
        ObjectNode report = ReportAnswer.of(of.report()).json();
        json.set("iterations", report.get("iterations"));
        json.set("controls", report.get("controls"));
        Json.number(
                json, "rule_satisfaction_before", of.report().start().ruleSatisfaction().value());
        Json.number(json, "rule_satisfaction_after", last.ruleSatisfaction().value());
        ArrayNode wishes = json.putArray("wish_satisfaction");
        of.wishes()
                .forEach(
                        wish -> {
                            ObjectNode node = wishes.addObject();
                            Json.number(node, "value", wish.satisfaction().value());
                            Json.number(node, "low", wish.satisfaction().low());
                            Json.number(node, "high", wish.satisfaction().high());
                        });
        Json.number(json, "mean_chars_before", of.report().start().meanChars());
        Json.number(json, "mean_chars_after", last.meanChars());
        return json.put("seconds", of.seconds()).put("project", of.project().toString());
    }

    private static List<String> lines(Demo.Outcome of) {
        List<String> lines = new ArrayList<>();
        lines.add(
                of.judgements()
                        + " choices with "
                        + of.explanations().explanations()
                        + " explanations gave "
                        + of.explanations().rules().size()
                        + " rules ("
                        + of.explanations().supported()
                        + " more said the same, "
                        + of.explanations().waiting()
                        + " wait for a person).");
        lines.addAll(ReportAnswer.of(of.report()).lines());
        lines.add("");
        lines.add("The wish behind the choices, measured without the rules:");
        for (int i = 0; i < of.wishes().size(); i++) {
            Estimate wish = of.wishes().get(i).satisfaction();
            lines.add(
                    (i == 0 ? "  start        " : "  iteration " + i + "  ")
                            + Table.percent(wish.value())
                            + "  (95 % interval "
                            + Table.percent(wish.low())
                            + " to "
                            + Table.percent(wish.high())
                            + ")");
        }
        lines.add("");
        lines.add(String.format(Locale.ROOT, "Took %.0f seconds.", of.seconds()));
        lines.add("Open it: whetstone " + of.project());
        return lines;
    }
}
