package dev.whetstone.services.align;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/// Reads the records of runs, also of runs of earlier versions: settings that did not exist
/// then have the value that acts as the program did.
final class RunRecords {
    private static final String OLDER = "align.older";

    private RunRecords() {}

    /// What a run was begun with.
    ///
    /// @throws ServiceException `align.older` as [#read(Path, Class)]
    static RunRecord read(Path file) {
        return read(file, RunRecord.class);
    }

    /// A record or a report of a run.
    ///
    /// @throws ServiceException `align.older` naming the run, the file and the field, where
    ///     another version wrote what this one cannot read
    static <T> T read(Path file, Class<T> type) {
        ObjectNode record = JsonFiles.read(file, ObjectNode.class);
        if (record.get("settings") instanceof ObjectNode settings) {
            renew(settings);
        }
        try {
            return JsonFiles.mapper().treeToValue(record, type);
        } catch (JsonProcessingException e) {
            throw new ServiceException(
                    OLDER,
                    run(file)
                            + " was made by another version of the program: "
                            + field(e)
                            + " of its "
                            + file.getFileName()
                            + " cannot be read.",
                    "Its files stay in " + file.getParent() + ". Start a new run.",
                    e);
        }
    }

    /// Whether a run could not be read because another version made it.
    static boolean isOlder(ServiceException failure) {
        return failure.code().equals(OLDER);
    }

    private static String field(JsonProcessingException e) {
        String path =
                e instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(JsonMappingException.Reference::getFieldName)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining("."))
                        : "";
        return path.isEmpty() ? "a field" : "the field " + path;
    }

    private static String run(Path file) {
        for (Path part = file; part != null; part = part.getParent()) {
            if (String.valueOf(part.getFileName()).startsWith(RunFiles.PREFIX)) {
                return String.valueOf(part.getFileName());
            }
        }
        return "The run";
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
