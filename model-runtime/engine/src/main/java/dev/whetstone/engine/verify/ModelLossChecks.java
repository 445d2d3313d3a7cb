package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.align.DpoSession;
import dev.whetstone.engine.align.TokenPair;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.runtime.loss.LossParameter;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A whole loss of a model with its metrics and the norm of the gradient of all weights. TRL's
/// `logits/*` of these trainers are means over padding too, and are not compared.
final class ModelLossChecks {
    private static final double TOLERANCE = 1e-4;
    private static final int UNLABELLED = -100;

    private ModelLossChecks() {}

    static void check(Path root, String title, JsonNode entry, Suite suite) {
        ObjectNode settings = entry.path("settings").deepCopy();
        if (entry.path("name").asText().startsWith("orpo")) {
            settings.put("loss_type", "orpo");
        } else if (!settings.has(LossParameter.CPO_ALPHA.spelled())) {
            // TRL's own default, whichever the loss
            settings.put(LossParameter.CPO_ALPHA.spelled(), 1.0);
        }
        var loss = RecordedLoss.read(settings, CpoLossChecks::named);
        var base = ModelRef.of(root.resolve(entry.path("checkpoint").asText()));
        var pairs = pairs(entry.path("batch"));
        try (var decoder = Decoder.load(base, Recorded.CPU)) {
            var session =
                    DpoSession.ofWeights(decoder, decoder, new DpoSession.Settings(loss, 0, 0));
            var found = session.step(pairs, session.references(pairs), 0);
            var difference = new Difference();
            difference.add(found.getOrDefault("loss", Double.NaN), entry.path("loss"));
            difference.add(
                    found.getOrDefault("grad_norm", Double.NaN),
                    entry.path("gradient_norm_of_all_parameters"));
            for (var metric : entry.path("metrics").properties()) {
                var name = metric.getKey();
                // a likelihood that has no part in the loss is recorded as 0
                var unused = name.equals("nll_loss") && !found.containsKey(name);
                if (!name.startsWith("logits/")) {
                    difference.add(
                            unused ? 0 : found.getOrDefault(name, Double.NaN), metric.getValue());
                }
            }
            suite.add(Check.of(title, difference.largest(), TOLERANCE));
        }
    }

    private static List<TokenPair> pairs(JsonNode batch) {
        var pairs = new ArrayList<TokenPair>();
        for (var i = 0; i < batch.path("chosen_input_ids").size(); i++) {
            var prompt = part(batch, "chosen", i, true);
            if (!Arrays.equals(prompt, part(batch, "rejected", i, true))) {
                throw RecordedLoss.failure("pair " + (i + 1) + " has two prompts");
            }
            pairs.add(
                    new TokenPair(
                            "pair " + (i + 1),
                            prompt,
                            part(batch, "chosen", i, false),
                            part(batch, "rejected", i, false),
                            1));
        }
        return pairs;
    }

    /// Tokens without a label are the prompt's.
    private static int[] part(JsonNode batch, String side, int row, boolean prompt) {
        var ids = batch.path(side + "_input_ids").path(row);
        var mask = batch.path(side + "_attention_mask").path(row);
        var labels = batch.path(side + "_labels").path(row);
        return IntStream.range(0, ids.size())
                .filter(t -> mask.path(t).asInt() == 1)
                .filter(t -> labels.path(t).asInt() == UNLABELLED == prompt)
                .map(t -> ids.get(t).asInt())
                .toArray();
    }
}
