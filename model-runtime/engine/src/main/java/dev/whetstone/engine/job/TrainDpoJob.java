package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.DpoTrainer;
import dev.whetstone.engine.align.SelfTest;
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

/// Trains an adapter on preference pairs. That the prompt begins prompt + response and that texts
/// begin once is checked for every pair; whether completions end with an end token is reported.
public final class TrainDpoJob implements JobHandler<Job.TrainDpo> {
    @Override
    public JsonNode run(Job.TrainDpo job, RunControl control) throws IOException {
        var text = ModelText.of(job.model().folder());
        var pairs = new ArrayList<TokenPair>();
        var open = 0;
        for (var line : JsonLines.read(job.pairs())) {
            try {
                var chosen = text.exchange(line.field("prompt"), line.field("chosen"));
                var rejected = text.exchange(line.field("prompt"), line.field("rejected"));
                open += isOpen(chosen, text) + isOpen(rejected, text);
                pairs.add(pair(line, chosen, rejected));
            } catch (RuntimeFailure failure) {
                throw line.at(failure);
            }
        }
        var result =
                DpoTrainer.run(
                        job.model(), job.device(), pairs, job.settings(), job.out(), control);
        var json = Results.of(result);
        json.remove("self_tests");
        result.selfTests().forEach(test -> Results.add(json, test));
        Results.add(json, new SelfTest("every completion ends with an end token", open, 0));
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
        var id = line.value().path("id").asText("line " + line.number());
        return new TokenPair(
                id,
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

    private static int isOpen(TokenizedExchange exchange, ModelText text) {
        var ids = exchange.completion();
        return ids.length > 0 && text.stops().contains(ids[ids.length - 1]) ? 0 : 1;
    }
}
