package dev.whetstone.engine.policy;

import dev.whetstone.engine.lora.AdapterModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes linear layers as TorchScript, with the adapters of their parts, and their gradients.
///
/// An adapter's tensors `a` are A, B, A, B in the order of its modules; behind them, one for each
/// module with magnitudes (DoRA) in the same order, the factors of its rows. All parts of a slot
/// are adapted together: their A one below the other, their B along a diagonal, so that any number
/// of them costs two multiplications. They are multiplied in the type of the layer, as autocast
/// does for PEFT, and their gradients are fp32.
final class LinearText {
    private final DecoderLayout layout;
    private final List<AdapterModule> modules;
    private final Kernel kernel;
    private final Map<String, Integer> adapted = new HashMap<>();
    private final Map<String, Integer> factors = new HashMap<>();
    private final StringBuilder text;

    LinearText(
            DecoderLayout layout, List<AdapterModule> modules, Kernel kernel, StringBuilder text) {
        this.layout = layout;
        this.modules = modules;
        this.kernel = kernel;
        this.text = text;
        for (int i = 0; i < modules.size(); i++) {
            AdapterModule module = modules.get(i);
            adapted.put(module.path(), i);
            if (module.kind() == AdapterModule.Kind.MAGNITUDES) {
                factors.put(module.path(), 2 * modules.size() + factors.size());
            }
        }
    }

    /// `out = in W' + b`, and the adapters of the slot's parts. Rows with magnitudes are scaled
    /// before the bias is added.
    void write(String out, String in, String key) {
        Slot slot = slot(key);
        String bias = layout.has(DecoderLayout.bias(key)) ? bias(key) : "None";
        boolean scaled = slot.parts().stream().anyMatch(part -> factors.containsKey(part.path()));
        add("%s = %s", out, kernel.linear(in, weight(key), scaled ? "None" : bias));
        if (!isAdapted(slot)) {
            return;
        }
        add("low = torch.linear(%s, %s, None)", in, as(in, down(slot)));
        add("%s = torch.addmm_(%s, low, torch.t(%s))", out, out, as(in, up(slot)));
        if (scaled) {
            scale(out, slot);
            if (!bias.equals("None")) {
                add("%s = torch.add(%s, %s)", out, out, bias);
            }
        }
    }

    /// The gradient of a slot's input as `out`, from its input and the gradient of its output;
    /// those of the adapters are put at their places in the list `grads`.
    void writeGradients(String out, String in, String gradient, String key) {
        Slot slot = slot(key);
        add("%s = %s", out, kernel.product(gradient, weight(key)));
        if (!isAdapted(slot)) {
            return;
        }
        add("down = %s", as(in, down(slot)));
        add("low = torch.linear(%s, down, None)", in);
        add("glow = torch.matmul(%s, %s)", gradient, as(in, up(slot)));
        add("%s = torch.addmm_(%s, glow, down)", out, out);
        add("gdown = torch.matmul(torch.t(glow), %s)", in);
        int row = 0;
        int rank = 0;
        for (Part part : slot.parts()) {
            Integer index = adapted.get(part.path());
            if (index != null) {
                AdapterModule module = modules.get(index);
                int end = rank + module.rank();
                gradient(
                        2 * index,
                        "torch.mul(torch.slice(gdown, 0, %d, %d), %s)"
                                .formatted(rank, end, module.scale()));
                gradient(
                        2 * index + 1,
                        "torch.matmul(torch.t(torch.slice(%s, 1, %d, %d)), torch.slice(low, 1, %d, %d))"
                                .formatted(gradient, row, row + part.rows(), rank, end));
                rank = end;
            }
            row += part.rows();
        }
    }

    private void gradient(int index, String value) {
        add("_g%d = torch._set_item(grads, %d, torch.to(%s, 6))", index, index, value);
    }

    private boolean isAdapted(Slot slot) {
        return slot.parts().stream().anyMatch(part -> adapted.containsKey(part.path()));
    }

    private String down(Slot slot) {
        List<String> down = new ArrayList<>();
        for (Part part : slot.parts()) {
            Integer index = adapted.get(part.path());
            if (index != null) {
                down.add("torch.mul(a[%d], %s)".formatted(2 * index, modules.get(index).scale()));
            }
        }
        return joined(down, "cat");
    }

    private String up(Slot slot) {
        List<String> up = new ArrayList<>();
        for (Part part : slot.parts()) {
            Integer index = adapted.get(part.path());
            up.add(
                    index == null
                            ? "torch.new_zeros(a[0], [%d, 0])".formatted(part.rows())
                            : "a[%d]".formatted(2 * index + 1));
        }
        return joined(up, "block_diag");
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
        add("%s = %s", out, as(out, "torch.mul(%s, %s)".formatted(out, joined(rows, "cat"))));
    }

    private Slot slot(String key) {
        return layout.slots().get(layout.index(key));
    }

    private String weight(String key) {
        return "w[" + layout.index(key) + "]";
    }

    private String bias(String key) {
        return "w[" + layout.index(DecoderLayout.bias(key)) + "]";
    }

    private static String as(String like, String value) {
        return "torch.to(%s, ops.prim.dtype(%s))".formatted(value, like);
    }

    private static String joined(List<String> parts, String how) {
        return parts.size() == 1
                ? parts.getFirst()
                : "torch.%s([%s])".formatted(how, String.join(", ", parts));
    }

    private void add(String format, Object... values) {
        text.append("    ").append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
