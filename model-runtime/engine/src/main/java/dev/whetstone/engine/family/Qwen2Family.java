package dev.whetstone.engine.family;

import java.util.ArrayList;
import java.util.List;

/// Qwen2 and Qwen2.5: biases on queries, keys and values, and layers with a sliding window.
final class Qwen2Family implements Family {
    private static final int USUAL_WINDOW_LAYERS = 28;
    private static final int USUAL_WINDOW = 4096;

    @Override
    public String type() {
        return "qwen2";
    }

    @Override
    public String architecture() {
        return "Qwen2";
    }

    @Override
    public DecoderConfig read(ConfigFields fields) {
        return LlamaFamily.read(
                fields,
                type(),
                LlamaFamily.headDim(fields),
                new DecoderConfig.Biases(true, false, false),
                DecoderConfig.HeadNorm.NONE,
                windows(fields));
    }

    /// Layers that `layer_types` calls sliding, or those from `max_window_layers` on.
    static List<Integer> windows(ConfigFields fields) {
        int layers = fields.layers("num_hidden_layers");
        boolean used = fields.flag("use_sliding_window") && !fields.isNull("sliding_window");
        int window = used ? fields.size("sliding_window", USUAL_WINDOW) : DecoderConfig.ALL;
        List<String> types = fields.texts("layer_types");
        if (!types.isEmpty() && types.size() != layers) {
            throw fields.wrong("layer_types", types.size() + " entries for " + layers + " layers");
        }
        int first = fields.count("max_window_layers", USUAL_WINDOW_LAYERS);
        List<Integer> result = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            boolean slides = types.isEmpty() ? layer >= first : slides(fields, types.get(layer));
            result.add(slides ? window : DecoderConfig.ALL);
        }
        return result;
    }

    private static boolean slides(ConfigFields fields, String type) {
        return switch (type) {
            case "full_attention" -> false;
            case "sliding_attention" -> true;
            default -> throw fields.wrong("layer_types", "'" + type + "' is not supported");
        };
    }
}
