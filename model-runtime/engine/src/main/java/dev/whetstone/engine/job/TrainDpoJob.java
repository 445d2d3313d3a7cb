package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.DpoTrainer;
import dev.whetstone.engine.align.TokenPair;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.text.TokenizedExchange;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;

/// Trains an adapter on preference pairs. What is wrong with a pair's tokens is found before a
/// weight is read.
public final class TrainDpoJob implements JobHandler<Job.TrainDpo> {
    @Override
    public JsonNode run(Job.TrainDpo job, RunControl control) throws IOException {
        var text = ModelText.of(job.model().folder());
        var pairs = new ArrayList<TokenPair>();
        var checks = new TextChecks(text);
        for (var line : JsonLines.read(job.pairs())) {
            try {
                var chosen = text.exchange(line.field("prompt"), line.field("chosen"));
                var rejected = text.exchange(line.field("prompt"), line.field("rejected"));
                checks.add(line, chosen);
                checks.add(line, rejected);
                pairs.add(pair(line, chosen, rejected));
            } catch (RuntimeFailure failure) {
                throw line.at(failure);
            }
        }
        var tests = checks.require();
        var result =
                DpoTrainer.run(
                        job.model(), job.device(), pairs, job.settings(), job.out(), control);
        var json = Results.of(result);
        json.remove("self_tests");
        tests.forEach(test -> Results.add(json, test));
        result.selfTests().forEach(test -> Results.add(json, test));
        return json;
    }

    /// Where the two completions cut the prompt at different tokens, the common part is the prompt,
    /// as in TRL.
    private static TokenPair pair(
            JsonLines.Line line, TokenizedExchange chosen, TokenizedExchange rejected) {
        var differ = Arrays.mismatch(chosen.prompt(), rejected.prompt());
        var cut = differ < 0 ? chosen.prompt().length : differ;
        if (cut == 0) {
            throw new RuntimeFailure("input.empty", "a prompt has no tokens", "");
        }
        return new TokenPair(
                name(line),
                Arrays.copyOf(chosen.prompt(), cut),
                after(chosen, cut),
                after(rejected, cut),
                line.probability("p", 1));
    }

    private static int[] after(TokenizedExchange exchange, int cut) {
        var moved = exchange.prompt().length - cut;
        var ids =
                Arrays.copyOf(
                        Arrays.copyOfRange(exchange.prompt(), cut, cut + moved),
                        moved + exchange.completion().length);
        System.arraycopy(exchange.completion(), 0, ids, moved, exchange.completion().length);
        return ids;
    }

    /// As messages name it: whoever reads one finds the pair in the file.
    private static String name(JsonLines.Line line) {
        var place = "line " + line.number();
        var id = line.value().path("id").asText("");
        return id.isEmpty() ? place : id + " (" + place + ")";
    }
}
