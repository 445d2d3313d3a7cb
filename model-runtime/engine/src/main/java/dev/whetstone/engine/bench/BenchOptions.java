package dev.whetstone.engine.bench;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A benchmark's command line: `--name value`, and switches without a value.
record BenchOptions(Map<String, String> values) {
    private static final Set<String> SWITCHES =
            Set.of("json", "precompute", "grad-ckpt", "no-check", "limits");

    /// @param known names that the benchmark reads
    static BenchOptions parse(List<String> words, Set<String> known) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var name = word.startsWith("--") ? word.substring(2) : "";
            if (SWITCHES.contains(name)) {
                values.put(name, "true");
            } else if (known.contains(name) && i + 1 < words.size()) {
                values.put(name, words.get(++i));
            } else {
                throw wrong("'" + word + "' is not an option of this benchmark, or has no value");
            }
        }
        return new BenchOptions(values);
    }

    static RuntimeFailure wrong(String problem) {
        return new RuntimeFailure("bench.option", problem, "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Path path(String name) {
        var value = values.get(name);
        if (value == null) {
            throw wrong("--" + name + " is missing");
        }
        return Path.of(value);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int whole(String name, int otherwise, int least) {
        return (int) number(name, otherwise, least, Integer.MAX_VALUE);
    }

    long seed() {
        return (long) number("seed", 1, 0, Long.MAX_VALUE);
    }

    double number(String name, double otherwise, double least, double most) {
        var value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            var number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("--" + name + " " + value + " is no number");
        }
        throw wrong("--" + name + " " + value + " is out of range");
    }

    Device device() {
        return new Device(values.getOrDefault("device", "cpu"), whole("threads", 2, 1), dtype());
    }

    DType dtype() {
        return switch (values.getOrDefault("dtype", "fp32")) {
            case "fp32" -> DType.FP32;
            case "bf16" -> DType.BF16;
            default -> throw wrong("--dtype must be fp32 or bf16");
        };
    }
}
