package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.weights.WeightFolder;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/// Reads a model folder's headers. What cannot be used is listed under `problems`, each with
/// its code; `supported` is true when there are none.
public final class InspectJob implements JobHandler<Job.Inspect> {
    private static final int LORA_RANK = 16;

    private interface Part {
        void read() throws IOException;
    }

    @Override
    public JsonNode run(Job.Inspect job, RunControl control) throws IOException {
        if (!Files.isDirectory(job.folder())) {
            throw new RuntimeFailure("model.missing", "There is no folder " + job.folder(), "");
        }
        var result = JsonLines.JSON.createObjectNode();
        result.put("folder", job.folder().toString());
        result.putArray("problems");
        read(result, () -> config(result, ConfigReader.read(job.folder())));
        read(result, () -> weights(result, WeightFolder.open(job.folder())));
        read(result, () -> text(result, job.folder()));
        result.put("supported", result.path("problems").isEmpty());
        return result;
    }

    private static void read(ObjectNode result, Part part) throws IOException {
        try {
            part.read();
        } catch (RuntimeFailure failure) {
            result.withArray("problems")
                    .addObject()
                    .put("code", failure.code())
                    .put("message", failure.getMessage());
        }
    }

    private static void config(ObjectNode result, DecoderConfig config) {
        result.put("architecture", config.family());
        result.put("layers", config.layers());
        result.put("hidden", config.hidden());
        result.put("intermediate", config.intermediate());
        result.put("heads", config.heads());
        result.put("kv_heads", config.kvHeads());
        result.put("head_dim", config.headDim());
        result.put("vocabulary", config.vocabulary());
        result.put("max_positions", config.maxPositions());
        result.put("tied_head", config.head() == DecoderConfig.Head.TIED);
        var memory = result.putObject("memory");
        memory.put("cache_bytes_per_token", 2L * config.layers() * config.keyWidth() * 4);
        // weights, gradients and two moments in fp32
        memory.put("lora_16_bytes", loraParameters(config) * 16);
    }

    private static long loraParameters(DecoderConfig config) {
        long hidden = config.hidden();
        long query = config.queryWidth();
        long key = config.keyWidth();
        long middle = config.intermediate();
        var ends = 2 * (hidden + query) + 2 * (hidden + key) + 3 * (hidden + middle);
        return LORA_RANK * config.layers() * ends;
    }

    private static void weights(ObjectNode result, WeightFolder folder) {
        var types = new TreeMap<String, Long>();
        var parameters = 0L;
        var bytes = 0L;
        for (var name : folder.names()) {
            var info = folder.info(name);
            types.merge(info.type().name(), 1L, Long::sum);
            parameters += info.elements();
            bytes += info.bytes();
        }
        result.put("parameters", parameters);
        result.put("bytes", bytes);
        var dtypes = result.putObject("dtypes");
        types.forEach(dtypes::put);
        var memory = result.withObject("memory");
        memory.put("weights_fp32_bytes", parameters * 4);
        memory.put("weights_bf16_bytes", parameters * 2);
    }

    private static void text(ObjectNode result, Path folder) throws IOException {
        var text = ModelText.of(folder);
        var tokenizer = result.putObject("tokenizer");
        tokenizer.put("size", text.tokenizer().vocabulary().size());
        var special = tokenizer.putObject("added");
        text.tokenizer().addedIds().forEach(special::put);
        var stops = tokenizer.putArray("stops");
        text.stops().forEach(stops::add);
        result.put("chat_template", text.template().isPresent());
    }
}
