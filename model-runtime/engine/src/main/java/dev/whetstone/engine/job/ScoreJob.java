package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.RewardPolicy;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.util.ArrayList;

/// Scores completions by a reward model.
public final class ScoreJob implements JobHandler<Job.Score> {
    @Override
    public JsonNode run(Job.Score job, RunControl control) throws IOException {
        var text = ModelText.of(job.model().folder());
        var lines = JsonLines.read(job.rows());
        var rows = new ArrayList<int[]>();
        for (var line : lines) {
            try {
                var exchange = text.exchange(line.field("prompt"), line.field("completion"));
                rows.add(new Completion(exchange.prompt(), exchange.completion()).ids());
            } catch (RuntimeFailure failure) {
                throw line.at(failure);
            }
        }
        try (var policy = RewardPolicy.load(job.model(), job.device());
                var out = OutputFile.create(job.out())) {
            var scores = policy.scores(rows, control);
            for (var i = 0; i < lines.size(); i++) {
                out.line(
                        JsonLines.JSON
                                .createObjectNode()
                                .put("id", lines.get(i).text("id"))
                                .put("score", scores.get(i)[0])
                                .put("tokens", rows.get(i).length));
            }
            out.finish();
        }
        return JsonLines.JSON.createObjectNode().put("rows", lines.size());
    }
}
