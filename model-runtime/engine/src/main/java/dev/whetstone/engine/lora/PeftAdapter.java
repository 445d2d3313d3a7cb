package dev.whetstone.engine.lora;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A LoRA adapter as PEFT saves it. Which layers it adapts is read from the tensors it holds;
/// settings that would change the maths in a way not known here are refused by name.
public final class PeftAdapter {
    /// Before every path in a tensor's name.
    public static final String PREFIX = "base_model.model.";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String A = ".lora_A.weight";
    private static final String B = ".lora_B.weight";
    private static final String MAGNITUDES = ".lora_magnitude_vector";
    private static final List<String> REFUSED = List.of("use_qalora", "use_bdlora", "lora_bias");
    private static final List<String> REFUSED_IF_SET =
            List.of(
                    "layer_replication",
                    "alora_invocation_tokens",
                    "arrow_config",
                    "target_parameters",
                    "trainable_token_indices",
                    "kasa_config",
                    "velora_config",
                    "monteclora_config");

    private final SafetensorsFile weights;
    private final List<AdapterModule> modules;
    private final Map<String, String> saved;

    private PeftAdapter(
            SafetensorsFile weights, List<AdapterModule> modules, Map<String, String> saved) {
        this.weights = weights;
        this.modules = modules;
        this.saved = Map.copyOf(saved);
    }

    /// @param folder holds adapter_config.json and adapter_model.safetensors
    /// @throws RuntimeFailure `adapter.config`, `adapter.weights`, or those of safetensors
    public static PeftAdapter open(Path folder) {
        Path file = folder.resolve("adapter_config.json");
        JsonNode config = config(file);
        for (String field : REFUSED) {
            if (config.path(field).asBoolean(false)) {
                throw wrong(file, field, "is set, which is not supported");
            }
        }
        for (String field : REFUSED_IF_SET) {
            JsonNode value = config.path(field);
            if (!value.isMissingNode()
                    && !value.isNull()
                    && !(value.isContainerNode() && value.isEmpty())) {
                throw wrong(file, field, "is set, which is not supported");
            }
        }
        if (!config.path("bias").asText("none").equals("none")) {
            throw wrong(file, "bias", "'" + config.path("bias").asText() + "' is not supported");
        }
        SafetensorsFile weights = SafetensorsFile.open(folder.resolve("adapter_model.safetensors"));
        AdapterTensors tensors = AdapterTensors.of(weights);
        return new PeftAdapter(weights, modules(file, config, tensors), tensors.saved());
    }

    public List<AdapterModule> modules() {
        return modules;
    }

    /// Tensors of the model that the adapter replaces whole (`modules_to_save`), e.g.
    /// `score.weight`, with their names in the file.
    public Map<String, String> saved() {
        return saved;
    }

    public SafetensorsFile weights() {
        return weights;
    }

    /// Name of a module's A in the file.
    public static String nameOfA(AdapterModule module) {
        return PREFIX + module.path() + A;
    }

    /// Name of a module's B in the file.
    public static String nameOfB(AdapterModule module) {
        return PREFIX + module.path() + B;
    }

    /// Name of the lengths of a module's rows in the file.
    public static String nameOfMagnitudes(AdapterModule module) {
        return PREFIX + module.path() + MAGNITUDES;
    }

    private static List<AdapterModule> modules(Path file, JsonNode config, AdapterTensors tensors) {
        boolean magnitudes = config.path("use_dora").asBoolean(false);
        if (magnitudes && !tensors.magnitudes().keySet().equals(tensors.down().keySet())) {
            throw wrong(file, "use_dora", "is set, but some layer has no magnitudes");
        }
        if (!magnitudes && !tensors.magnitudes().isEmpty()) {
            throw wrong(file, "use_dora", "is not set, but the weights hold magnitudes");
        }
        List<AdapterModule> modules = new ArrayList<>();
        for (Map.Entry<String, TensorInfo> down : tensors.down().entrySet()) {
            String path = down.getKey();
            TensorInfo length = tensors.magnitudes().get(path);
            TensorInfo up = tensors.up().get(path);
            AdapterModule module = module(file, config, path, down.getValue(), up);
            if (length != null && !length.shape().equals(List.of((long) module.out()))) {
                throw wrong(file, path, "has magnitudes of another size than B");
            }
            modules.add(module);
        }
        return List.copyOf(modules);
    }

    private static AdapterModule module(
            Path file,
            JsonNode config,
            String path,
            TensorInfo a,
            @org.jspecify.annotations.Nullable TensorInfo b) {
        long rank = a.shape().get(0);
        if (rank < 1 || b == null || b.shape().get(1) != rank) {
            throw new RuntimeFailure(
                    "adapter.weights", file + ": " + path + ": A and B differ in rank", "");
        }
        double alpha = alpha(file, config, path);
        boolean stabilised = config.path("use_rslora").asBoolean(false);
        return new AdapterModule(
                path,
                Math.toIntExact(rank),
                alpha / (stabilised ? Math.sqrt(rank) : rank),
                Math.toIntExact(a.shape().get(1)),
                Math.toIntExact(b.shape().get(0)),
                config.path("use_dora").asBoolean(false)
                        ? AdapterModule.Kind.MAGNITUDES
                        : AdapterModule.Kind.PLAIN);
    }

    /// The first pattern that the path ends with, as in PEFT, whose patterns may be regular
    /// expressions; those are refused.
    private static double alpha(Path file, JsonNode config, String path) {
        for (Map.Entry<String, JsonNode> pattern : config.path("alpha_pattern").properties()) {
            String name = pattern.getKey();
            if (!name.matches("[A-Za-z0-9_.-]*")) {
                throw wrong(file, "alpha_pattern", "'" + name + "' is not supported (names are)");
            }
            if (path.equals(name) || path.endsWith("." + name)) {
                return pattern.getValue().asDouble();
            }
        }
        return config.path("lora_alpha").asDouble(8);
    }

    private static JsonNode config(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > 10_000_000) {
                throw wrong(file, "file", "missing or larger than 10 MB");
            }
            JsonNode root = JSON.readTree(file.toFile());
            if (!root.path("peft_type").asText("").equals("LORA")) {
                throw wrong(
                        file,
                        "peft_type",
                        "'" + root.path("peft_type").asText("") + "' is not supported (LORA is)");
            }
            return root;
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "adapter.config", file + ": not valid JSON: " + e.getMessage(), "", e);
        }
    }

    private static RuntimeFailure wrong(Path file, String field, String message) {
        return new RuntimeFailure("adapter.config", file + ": " + field + ": " + message, "");
    }
}
