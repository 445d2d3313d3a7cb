package dev.whetstone.cli.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.services.Workbench;
import java.util.ArrayList;
import java.util.List;

/// A verb that is one job of the worker.
abstract class WorkerVerb extends Verb {
    WorkerVerb(Shell shell) {
        super(shell);
    }

    /// Runs the job and waits.
    ObjectNode run(String name, Job job) {
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
    static Answer answer(ObjectNode result) {
        List<String> lines = new ArrayList<>();
        result.properties()
                .forEach(
                        field ->
                                lines.add(
                                        field.getKey()
                                                + "  "
                                                + (field.getValue().isTextual()
                                                        ? field.getValue().asText()
                                                        : field.getValue().toString())));
        return Answer.of(result, lines);
    }
}
