package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.align.RewardPair;
import dev.whetstone.engine.align.RewardResult;
import dev.whetstone.engine.align.RewardTrainer;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Trains a reward model on preference pairs.
public final class TrainRewardJob implements JobHandler<Job.TrainReward> {
    @Override
    public JsonNode run(Job.TrainReward job, RunControl control) throws IOException {
        var text = ModelText.of(job.model().folder());
        var pairs = new ArrayList<RewardPair>();
        for (var line : JsonLines.read(job.pairs())) {
            try {
                pairs.add(pair(line, text));
            } catch (RuntimeFailure failure) {
                throw line.at(failure);
            }
        }
        var texts = new ArrayList<int[]>();
        pairs.forEach(pair -> texts.addAll(List.of(pair.chosen(), pair.rejected())));
        var padding =
                new RewardPadding(text, texts)
                        .choose(job.padding(), ConfigReader.read(job.model().folder()).ids().pad());
        var result =
                RewardTrainer.run(
                        job.model(),
                        job.device(),
                        pairs,
                        padding,
                        job.settings(),
                        job.out(),
                        control);
        return json(result).put("padding", padding.token()).put("out", job.out().toString());
    }

    private static RewardPair pair(JsonLines.Line line, ModelText text) {
        var p = line.probability("p", 1);
        var margin = line.number("margin", 0);
        if (margin != 0 && p != 1) {
            throw line.wrong("margin", "goes with p = 1 only: p carries the strength itself");
        }
        return new RewardPair(
                line.value().path("id").asText("line " + line.number()),
                line.field("prompt").toString(),
                whole(line, "chosen", text),
                whole(line, "rejected", text),
                p,
                margin);
    }

    private static int[] whole(JsonLines.Line line, String side, ModelText text) {
        var exchange = text.exchange(line.field("prompt"), line.field(side));
        return new Completion(exchange.prompt(), exchange.completion()).ids();
    }

    /// Without what was not measured.
    private static ObjectNode json(RewardResult result) {
        var json = Results.of(result);
        json.remove("held_out");
        result.heldOut().forEach(held -> json.set("held_out", Results.of(held)));
        json.remove("self_tests");
        result.selfTests().forEach(test -> Results.add(json, test));
        return json;
    }
}
