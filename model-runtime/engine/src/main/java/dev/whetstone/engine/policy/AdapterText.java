package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.lora.AdapterModule;
import java.util.List;
import java.util.Locale;

/// TorchScript of training an adapter on a decoder whose weights stay as they are.
///
/// Linear layers are most of the work, and are differentiated by hand: their weights need no
/// gradients, so nothing is kept for them and any kernel can multiply them. What lies between them
/// is left to autograd in pieces, whose graphs begin and end at a linear layer: of attention the
/// graph is kept, norms and activations are computed again. Between the passes a layer keeps its
/// input, queries to values, attention, its second residual and the MLP's first output; or its
/// input alone, where all of it is computed again.
final class AdapterText {
    private final DecoderConfig config;
    private final DecoderText decoder;
    private final StringBuilder text = new StringBuilder();
    private final LinearText linear;

    AdapterText(
            DecoderConfig config,
            DecoderLayout layout,
            DecoderText decoder,
            List<AdapterModule> modules,
            Kernel kernel) {
        this.config = config;
        this.decoder = decoder;
        this.linear = new LinearText(layout, modules, kernel, text);
    }

    /// Both are called with grad mode on.
    ///
    /// - `learn(w, a, ids, places, gather, homes, t, cos, sin, again)`: what is kept of the layers;
    ///   behind it the last one's output, and the same normed
    /// - `unlearn(kept, gh, w, a, places, gather, homes, t, cos, sin, again)`: gradients of
    ///   `a` from those of the normed output
    String methods() {
        for (int layer = 0; layer < config.layers(); layer++) {
            keep(layer);
            back(layer);
        }
        learn();
        unlearn();
        return text.toString();
    }

    private void keep(int layer) {
        line(
                "  def keep%d(self: __torch__.M, x: Tensor, w: List[Tensor], a: List[Tensor],"
                        + " gather: Tensor, homes: Tensor, t: int, cos: Tensor, sin: Tensor,"
                        + " kept: List[Tensor]) -> Tensor:",
                layer);
        line("    y = (self).qkv%d(x, w, a, )", layer);
        line("    r, v, = (self).turn%d(y, w, cos, sin, )", layer);
        line("    b = (self).attend(r, v, gather, homes, t, %d, )", config.windows().get(layer));
        linear.write("o", "b", DecoderLayout.key(layer, "o"));
        line("    x2 = torch.add(x, o)");
        line("    h = %s", decoder.norm("x2", DecoderLayout.key(layer, "post_norm")));
        linear.write("g", "h", DecoderLayout.key(layer, "mlp_in"));
        active("g");
        linear.write("d", "m", DecoderLayout.key(layer, "down"));
        for (String each : List.of("x", "y", "b", "x2", "g")) {
            line("    _%s = torch.append(kept, %s)", each, each);
        }
        line("    return torch.add(x2, d)");
    }

    private void back(int layer) {
        line(
                "  def back%d(self: __torch__.M, gx: Tensor, kept: List[Tensor], i: int, w: List[Tensor],"
                        + " a: List[Tensor], gather: Tensor, homes: Tensor, t: int, cos: Tensor,"
                        + " sin: Tensor, grads: List[Tensor]) -> Tensor:",
                layer);
        if (decoder.isGated()) {
            line(
                    "    g0 = %s",
                    leaf("torch.slice(kept[i + 4], -1, 0, " + config.intermediate() + ")"));
            line(
                    "    g1 = %s",
                    leaf(
                            "torch.slice(kept[i + 4], -1, %d, %d)"
                                    .formatted(config.intermediate(), 2 * config.intermediate())));
            line("    active = %s", decoder.active("g0", "g1"));
        } else {
            line("    g0 = %s", leaf("kept[i + 4]"));
            line("    active = %s", decoder.active("g0", ""));
        }
        line("    m = torch.detach(active)");
        linear.writeGradients("gm", "m", "gx", DecoderLayout.key(layer, "down"));
        if (decoder.isGated()) {
            line("    f = %s", gradients("active", "g0, g1", "gm"));
            line(
                    "    gg = torch.cat([unchecked_cast(Tensor, f[0]), unchecked_cast(Tensor, f[1])], -1)");
        } else {
            line("    gg = unchecked_cast(Tensor, (%s)[0])", gradients("active", "g0", "gm"));
        }
        normed("kept[i + 3]", DecoderLayout.key(layer, "post_norm"));
        linear.writeGradients("gh", "h", "gg", DecoderLayout.key(layer, "mlp_in"));
        line("    gx = torch.add(gx, unchecked_cast(Tensor, (%s)[0]))", gradients("n", "l", "gh"));
        line("    b = kept[i + 2]");
        linear.writeGradients("gb", "b", "gx", DecoderLayout.key(layer, "o"));
        line("    ly = %s", leaf("kept[i + 1]"));
        line("    r, v, = (self).turn%d(ly, w, cos, sin, )", layer);
        line(
                "    gr, gv, = (self).unattend(torch.detach(r), torch.detach(v), gather, homes, t, %d, gb, )",
                config.windows().get(layer));
        line(
                "    gy = torch.contiguous(unchecked_cast(Tensor, (torch.grad([r, v], [ly],"
                        + " annotate(List[Optional[Tensor]], [gr, gv])))[0]))");
        normed("kept[i]", DecoderLayout.key(layer, "input_norm"));
        linear.writeGradients("gh", "h", "gy", DecoderLayout.key(layer, "qkv"));
        line(
                "    return torch.add(gx, unchecked_cast(Tensor, (%s)[0]))",
                gradients("n", "l", "gh"));
    }

    /// The recorded norm `n` of a leaf `l`, and its value `h`.
    private void normed(String value, String key) {
        line("    l = %s", leaf(value));
        line("    n = %s", decoder.norm("l", key));
        line("    h = torch.detach(n)");
    }

    private void active(String of) {
        int wide = config.intermediate();
        line(
                "    m = %s",
                decoder.isGated()
                        ? decoder.active(
                                "torch.slice(%s, -1, 0, %d)".formatted(of, wide),
                                "torch.slice(%s, -1, %d, %d)".formatted(of, wide, 2 * wide))
                        : decoder.active(of, ""));
    }

    private static String leaf(String value) {
        return "torch.requires_grad_(torch.detach(" + value + "), True)";
    }

    private static String gradients(String of, String leaves, String gradient) {
        return "torch.grad([%s], [%s], annotate(List[Optional[Tensor]], [%s]))"
                .formatted(of, leaves, gradient);
    }

    private void learn() {
        line(
                "  def learn(self: __torch__.M, w: List[Tensor], a: List[Tensor], ids: Tensor,"
                        + " places: Tensor, gather: Tensor, homes: Tensor, t: int, cos: Tensor,"
                        + " sin: Tensor, again: int) -> List[Tensor]:");
        text.append(DecoderText.tables(config));
        line("    x = (self).begin(w, ids, places, )");
        line("    kept = annotate(List[Tensor], [])");
        for (int layer = 0; layer < config.layers(); layer++) {
            line("    if torch.gt(again, 0):");
            line("      _%d = torch.append(kept, x)", layer);
            line("      none = annotate(List[Tensor], [])");
            line("      x = (self).keep%d(x, w, a, gather, homes, t, cos, sin, none, )", layer);
            line("    else:");
            line("      x = (self).keep%d(x, w, a, gather, homes, t, cos, sin, kept, )", layer);
        }
        line("    _x = torch.append(kept, x)");
        line("    _h = torch.append(kept, %s)", decoder.norm("x", DecoderLayout.NORM));
        line("    return kept");
    }

    private void unlearn() {
        int layers = config.layers();
        line(
                "  def unlearn(self: __torch__.M, kept: List[Tensor], gh: Tensor, w: List[Tensor],"
                        + " a: List[Tensor], places: Tensor, gather: Tensor, homes: Tensor, t: int,"
                        + " cos: Tensor, sin: Tensor, again: int) -> List[Tensor]:");
        text.append(DecoderText.tables(config));
        line("    grads = annotate(List[Tensor], [])");
        line("    for i in range(torch.len(a)):");
        line("      _0 = torch.append(grads, a[i])");
        line("    last = kept[torch.sub(torch.len(kept), 2)]");
        normed("last", DecoderLayout.NORM);
        line("    gx = unchecked_cast(Tensor, (%s)[0])", gradients("n", "l", "gh"));
        for (int layer = layers - 1; layer >= 0; layer--) {
            line("    if torch.gt(again, 0):");
            line("      local = annotate(List[Tensor], [])");
            line(
                    "      _%1$d = (self).keep%1$d(kept[%1$d], w, a, gather, homes, t, cos, sin, local, )",
                    layer);
            line(
                    "      gx = (self).back%d(gx, local, 0, w, a, gather, homes, t, cos, sin, grads, )",
                    layer);
            line("    else:");
            line(
                    "      gx = (self).back%d(gx, kept, %d, w, a, gather, homes, t, cos, sin, grads, )",
                    layer, 5 * layer);
        }
        line("    return grads");
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
