package dev.whetstone.services.align;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import java.nio.file.Path;

/// Reads what a run was begun with, also from runs of earlier versions: settings that did not exist
/// then have the value that acts as the program did.
final class RunRecords {
    private RunRecords() {}

    /// @throws ServiceException `file.format` naming the file and the field
    static RunRecord read(Path file) {
        ObjectNode record = JsonFiles.read(file, ObjectNode.class);
        if (record.get("settings") instanceof ObjectNode settings) {
            renew(settings);
        }
        try {
            return JsonFiles.mapper().treeToValue(record, RunRecord.class);
        } catch (JsonProcessingException e) {
            throw new ServiceException(
                    "file.format", file + ": " + e.getOriginalMessage(), "Start a new run.", e);
        }
    }

    private static void renew(ObjectNode settings) {
        if (!settings.has("pairing") && settings.has("pairs")) {
            ObjectNode pairing = settings.putObject("pairing");
            pairing.set("choice", settings.get("pairs"));
            for (String name : new String[] {"closeness", "similarity", "lengthRatio"}) {
                pairing.set(name, settings.get(name));
            }
            pairing.put("cutOff", Pairing.CutOff.LEAVE_OUT.name());
        }
        if (settings.get("sampling") instanceof ObjectNode sampling) {
            putIfMissing(sampling, "noRepeatNgram", 0);
            putIfMissing(sampling, "typicalP", 1);
            if (!settings.has("evaluationSampling")) {
                settings.set("evaluationSampling", sampling.deepCopy());
            }
        }
        if (settings.get("dpo") instanceof ObjectNode dpo && dpo.has("beta")) {
            JsonNode loss = dpo.path("loss");
            dpo.set(
                    "loss",
                    JsonFiles.mapper()
                            .valueToTree(
                                    LossSettings.of(LossType.named(loss.asText()))
                                            .withBeta(dpo.path("beta").asDouble())));
        }
    }

    private static void putIfMissing(ObjectNode node, String name, double value) {
        if (!node.has(name)) {
            node.put(name, value);
        }
    }
}
