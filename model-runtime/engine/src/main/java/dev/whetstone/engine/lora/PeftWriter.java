package dev.whetstone.engine.lora;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.engine.family.TensorNames.Orientation;
import dev.whetstone.engine.weights.SafetensorsWriter;
import dev.whetstone.engine.weights.StoredTensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes adapters as PEFT saves them.
public final class PeftWriter {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    private static final List<String> UNUSED =
            List.of(
                    "auto_mapping",
                    "corda_config",
                    "eva_config",
                    "exclude_modules",
                    "layer_replication",
                    "layers_pattern",
                    "layers_to_transform",
                    "megatron_config",
                    "revision",
                    "target_parameters",
                    "trainable_token_indices");

    private PeftWriter() {}

    /// @param modules all of one rank and scale
    /// @param tensors named by [PeftAdapter#nameOfA] and [PeftAdapter#nameOfB], and the head under
    ///     its own name behind [PeftAdapter#PREFIX] where the model scores
    public static void write(
            Path folder,
            AdapterTarget target,
            List<AdapterModule> modules,
            List<StoredTensor> tensors)
            throws IOException {
        Files.createDirectories(folder);
        SafetensorsWriter.write(
                folder.resolve("adapter_model.safetensors"), Map.of("format", "pt"), tensors);
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter()
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        Files.writeString(
                folder.resolve("adapter_config.json"),
                JSON.writer(printer).writeValueAsString(config(target, modules)) + "\n",
                StandardCharsets.UTF_8);
    }

    private static Map<String, Object> config(AdapterTarget target, List<AdapterModule> modules) {
        AdapterModule first = modules.getFirst();
        Map<String, Object> config = new TreeMap<>();
        UNUSED.forEach(field -> config.put(field, null));
        config.put("peft_type", "LORA");
        config.put("task_type", target.task().name());
        config.put(
                "modules_to_save",
                switch (target.task()) {
                    case CAUSAL_LM -> null;
                    case SEQ_CLS -> List.of("score");
                });
        config.put("base_model_name_or_path", target.base());
        config.put("r", first.rank());
        config.put("lora_alpha", number(first.scale() * first.rank()));
        config.put(
                "target_modules",
                modules.stream()
                        .map(module -> module.path().substring(module.path().lastIndexOf('.') + 1))
                        .distinct()
                        .sorted()
                        .toList());
        config.put("inference_mode", true);
        config.put("bias", "none");
        config.put("lora_dropout", 0.0);
        config.put("fan_in_fan_out", target.orientation() == Orientation.IN_OUT);
        config.put("use_rslora", false);
        config.put("use_dora", false);
        config.put("init_lora_weights", true);
        config.put("lora_bias", false);
        config.put("rank_pattern", Map.of());
        config.put("alpha_pattern", Map.of());
        config.put("loftq_config", Map.of());
        config.put("megatron_core", "megatron.core");
        return config;
    }

    private static Object number(double value) {
        double rounded = Math.rint(value * 1e9) / 1e9;
        return rounded == Math.rint(rounded) ? (Object) (long) rounded : (Object) rounded;
    }
}
