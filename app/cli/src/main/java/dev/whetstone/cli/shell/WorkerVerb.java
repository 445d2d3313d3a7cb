package dev.whetstone.cli.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.services.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A verb that is one job of the worker.
public abstract class WorkerVerb extends Verb {
    protected WorkerVerb(Shell shell) {
        super(shell);
    }

    /// Runs the job and waits.
    protected ObjectNode run(String name, Job job) {
        Workbench workbench = shell.workbench();
        JsonNode result =
                shell.follow(
                        workbench
                                .jobs()
                                .start(
                                        name,
                                        progress -> {
                                            progress.stage(name);
                                            return workbench.runtime().run(job, progress);
                                        }));
        return result instanceof ObjectNode object ? object : Json.object().set("result", result);
    }

    /// The result's fields, one a line.
    protected static Answer answer(ObjectNode result) {
        List<String> lines = new ArrayList<>();
        result.properties()
                .forEach(field -> lines.add(field.getKey() + "  " + words(field.getValue())));
        return Answer.of(result, lines);
    }

    private static String words(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT ->
                    value.properties().stream()
                            .map(field -> field.getKey() + " " + words(field.getValue()))
                            .collect(Collectors.joining(", "));
            case ARRAY ->
                    value.isEmpty()
                            ? "none"
                            : value.valueStream()
                                    .map(WorkerVerb::words)
                                    .collect(Collectors.joining("; "));
            case BOOLEAN -> value.asBoolean() ? "yes" : "no";
            case BINARY, MISSING, NULL, NUMBER, POJO, STRING -> value.asText();
        };
    }
}
