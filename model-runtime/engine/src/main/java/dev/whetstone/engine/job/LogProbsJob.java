package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.util.ArrayList;

/// Scores completions.
public final class LogProbsJob implements JobHandler<Job.LogProbs> {
    private static final int ROWS_AT_ONCE = 64;

    @Override
    public JsonNode run(Job.LogProbs job, RunControl control) throws IOException {
        var text = ModelText.of(job.model().folder());
        var lines = JsonLines.read(job.rows());
        var completions = new ArrayList<Completion>();
        for (var line : lines) {
            try {
                var exchange = text.exchange(line.field("prompt"), line.field("completion"));
                completions.add(new Completion(exchange.prompt(), exchange.completion()));
            } catch (RuntimeFailure failure) {
                throw line.at(failure);
            }
        }
        var tokens = 0L;
        try (var policy = Policy.load(job.model(), job.device());
                var out = OutputFile.create(job.out())) {
            for (var from = 0; from < lines.size(); from += ROWS_AT_ONCE) {
                var to = Math.min(lines.size(), from + ROWS_AT_ONCE);
                var scores =
                        policy.completionLogProbs(
                                completions.subList(from, to),
                                new OffsetControl(control, from, lines.size()));
                for (var i = from; i < to; i++) {
                    var score = scores.get(i - from);
                    tokens += score.length;
                    var row =
                            JsonLines.JSON
                                    .createObjectNode()
                                    .put("id", lines.get(i).text("id"))
                                    .put("logprob", sum(score))
                                    .put("tokens", score.length);
                    if (job.ids() == Job.LogProbs.Ids.WRITE) {
                        row.putPOJO("prompt_ids", completions.get(i).prompt());
                        row.putPOJO("completion_ids", completions.get(i).completion());
                    }
                    out.line(row);
                }
            }
            out.finish();
        }
        return JsonLines.JSON.createObjectNode().put("rows", lines.size()).put("tokens", tokens);
    }

    private static double sum(float[] scores) {
        var sum = 0.0;
        for (var score : scores) {
            sum += score;
        }
        return sum;
    }
}
