package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.util.Map;

/// Runs every case that the folder holds.
public final class VerifyJob implements JobHandler<Job.Verify> {
    private static final int KINDS = 6;

    @Override
    public JsonNode run(Job.Verify job, RunControl control) throws IOException {
        var root = job.folder();
        var suite = new Suite();
        TokenizerChecks.run(root, suite);
        told(control, suite, 1);
        TemplateChecks.run(root, suite);
        told(control, suite, 2);
        ModelChecks.run(root, suite, control);
        told(control, suite, 3);
        AdapterChecks.run(root, suite, control);
        told(control, suite, 4);
        LossChecks.run(root, suite, control);
        told(control, suite, 5);
        TraceChecks.run(root, suite, control);
        told(control, suite, KINDS);
        if (suite.checks().isEmpty()) {
            throw new RuntimeFailure(
                    "verify.empty",
                    root
                            + " holds none of tokenizers, chat-templates, expected, lora, losses, traces",
                    "Name a folder that is laid out like the recorded runtime results.");
        }
        return report(suite);
    }

    private static void told(RunControl control, Suite suite, int kinds) {
        control.progress("verify", kinds, KINDS, Map.of("cases", (double) suite.checks().size()));
        control.throwIfEnded();
    }

    private static ObjectNode report(Suite suite) {
        var result = JsonNodeFactory.instance.objectNode();
        var passed = suite.checks().stream().filter(Check::passed).count();
        result.put("passed", passed);
        result.put("total", suite.checks().size());
        var cases = result.putArray("cases");
        var failed = result.putArray("failed");
        for (var check : suite.checks()) {
            cases.add(json(check).put("passed", check.passed()));
            if (!check.passed()) {
                failed.add(json(check));
            }
        }
        return result;
    }

    private static ObjectNode json(Check check) {
        var node = JsonNodeFactory.instance.objectNode().put("case", check.name());
        if (Double.isFinite(check.difference())) {
            node.put("difference", check.difference());
        } else {
            node.putNull("difference");
        }
        return node.put("tolerance", check.tolerance()).put("message", check.message());
    }
}
