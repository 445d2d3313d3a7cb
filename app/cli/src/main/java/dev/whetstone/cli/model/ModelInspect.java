package dev.whetstone.cli.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.ModelRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "What a checkpoint holds, read from its headers.")
final class ModelInspect extends WorkerVerb {
    @Parameters(paramLabel = "MODEL")
    private String model = "";

    ModelInspect(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        ModelRef policy = shell.workbench().models().ref(model);
        ObjectNode result = run("Reading", new Job.Inspect(policy.folder()));
        if (!policy.adapters().isEmpty()) {
            ArrayNode adapters = result.putArray("adapters");
            policy.adapters().forEach(adapter -> adapters.add(adapter.toString()));
        }
        return answer(result);
    }
}
