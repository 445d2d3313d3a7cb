package dev.whetstone.engine.policy;

import dev.whetstone.engine.lora.AdapterModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes linear layers as TorchScript, with the adapters of their parts.
///
/// An adapter's tensors `a` are A, B, A, B in the order of its modules; behind them, one for each
/// module with magnitudes (DoRA) in the same order, the factors of its rows.
final class LinearText {
    private final DecoderLayout layout;
    private final List<AdapterModule> modules;
    private final Map<String, Integer> adapted = new HashMap<>();
    private final Map<String, Integer> factors = new HashMap<>();
    private final StringBuilder text;

    LinearText(DecoderLayout layout, List<AdapterModule> modules, StringBuilder text) {
        this.layout = layout;
        this.modules = modules;
        this.text = text;
        for (int i = 0; i < modules.size(); i++) {
            AdapterModule module = modules.get(i);
            adapted.put(module.path(), i);
            if (module.kind() == AdapterModule.Kind.MAGNITUDES) {
                factors.put(module.path(), 2 * modules.size() + factors.size());
            }
        }
    }

    /// `out = in W' + b`, and the adapters of the slot's parts: their A one below the other, their
    /// B along a diagonal, so that any number of them costs two multiplications. Rows with
    /// magnitudes are scaled before the bias is added.
    void write(String out, String in, String key) {
        Slot slot = layout.slots().get(layout.index(key));
        String bias = layout.has(DecoderLayout.bias(key)) ? bias(key) : "None";
        boolean scaled = slot.parts().stream().anyMatch(part -> factors.containsKey(part.path()));
        add("%s = torch.linear(%s, w[%d], %s)", out, in, layout.index(key), scaled ? "None" : bias);
        if (slot.parts().stream().noneMatch(part -> adapted.containsKey(part.path()))) {
            return;
        }
        List<String> down = new ArrayList<>();
        List<String> up = new ArrayList<>();
        for (Part part : slot.parts()) {
            Integer index = adapted.get(part.path());
            if (index == null) {
                up.add("torch.new_zeros(a[0], [%d, 0])".formatted(part.rows()));
            } else {
                down.add("torch.mul(a[%d], %s)".formatted(2 * index, modules.get(index).scale()));
                up.add("a[%d]".formatted(2 * index + 1));
            }
        }
        add("low = torch.linear(torch.to(%s, 6), %s, None)", in, joined(down, "cat"));
        add(
                "%s = torch.add(%s, torch.to(torch.linear(low, %s, None), ops.prim.dtype(%s)))",
                out, out, joined(up, "block_diag"), out);
        if (scaled) {
            scale(out, slot);
            if (!bias.equals("None")) {
                add("%s = torch.add(%s, %s)", out, out, bias);
            }
        }
    }

    private void scale(String out, Slot slot) {
        List<String> rows = new ArrayList<>();
        for (Part part : slot.parts()) {
            Integer index = factors.get(part.path());
            rows.add(
                    index == null
                            ? "torch.new_ones(a[0], [%d])".formatted(part.rows())
                            : "a[%d]".formatted(index));
        }
        add(
                "%s = torch.to(torch.mul(%s, %s), ops.prim.dtype(%s))",
                out, out, joined(rows, "cat"), out);
    }

    private String bias(String key) {
        return "w[" + layout.index(DecoderLayout.bias(key)) + "]";
    }

    private static String joined(List<String> parts, String how) {
        return parts.size() == 1
                ? parts.getFirst()
                : "torch.%s([%s])".formatted(how, String.join(", ", parts));
    }

    private void add(String format, Object... values) {
        text.append("    ")
                .append(String.format(java.util.Locale.ROOT, format, values))
                .append('\n');
    }
}
