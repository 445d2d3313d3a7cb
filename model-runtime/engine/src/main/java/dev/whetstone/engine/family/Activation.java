package dev.whetstone.engine.family;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A non-linearity, under the names that Transformers gives it (`activations.py`).
public enum Activation {
    SILU("torch.silu(%s)", "silu", "swish"),
    GELU("torch.gelu(%s)", "gelu"),
    GELU_TANH("torch.gelu(%s, approximate=\"tanh\")", "gelu_new", "gelu_pytorch_tanh", "gelu_fast"),
    RELU("torch.relu(%s)", "relu");

    private final String script;
    private final List<String> names;

    Activation(String script, String... names) {
        this.script = script;
        this.names = List.of(names);
    }

    /// TorchScript of it.
    public String script(String value) {
        return script.formatted(value);
    }

    static Activation of(ConfigFields fields, String field, String usual) {
        String name = fields.text(field, usual);
        return Arrays.stream(values())
                .filter(one -> one.names.contains(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                fields.wrong(
                                        field,
                                        "'" + name + "' is not supported (" + all() + " are)"));
    }

    private static String all() {
        return Arrays.stream(values())
                .flatMap(one -> one.names.stream())
                .collect(Collectors.joining(", "));
    }
}
