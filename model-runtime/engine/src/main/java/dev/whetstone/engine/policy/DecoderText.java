package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.Activation;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Positions;
import dev.whetstone.engine.family.Rope;
import dev.whetstone.engine.lora.AdapterModule;
import java.util.List;
import java.util.Locale;

/// Writes a decoder's layers as TorchScript: straight-line code for one configuration and one set
/// of adapted modules, so that a call runs only what is needed.
///
/// In all methods `w` holds the slots of [DecoderLayout] and `a` an adapter's tensors A, B, A, B in
/// the order of its modules; `x` is [B, T, hidden]; `cos` and `sin` are the rotary tables
/// [places, 1, headDim], the first half of `sin` negated, always in fp32: positions would blur in
/// bf16.
final class DecoderText {
    private final DecoderConfig config;
    private final DecoderLayout layout;
    private final StringBuilder text = new StringBuilder();
    private final LinearText linear;

    DecoderText(DecoderConfig config, DecoderLayout layout, List<AdapterModule> modules) {
        this.config = config;
        this.layout = layout;
        this.linear = new LinearText(layout, modules, text);
    }

    /// Methods `qkvI` and `outI` of each layer I, `attend`, `window` and `hidden`.
    String layers() {
        for (int layer = 0; layer < config.layers(); layer++) {
            queryKeyValue(layer);
            output(layer);
        }
        attend();
        hidden();
        return text.toString();
    }

    private void queryKeyValue(int layer) {
        int rotated = config.heads() + config.kvHeads();
        int all = rotated + config.kvHeads();
        line(
                "  def qkv%d(self: __torch__.M, x: Tensor, w: List[Tensor], a: List[Tensor],"
                        + " cos: Tensor, sin: Tensor) -> Tuple[Tensor, Tensor]:",
                layer);
        line("    h = %s", norm("x", config.hidden(), DecoderLayout.key(layer, "input_norm")));
        linear.write("y", "h", DecoderLayout.key(layer, "qkv"));
        line(
                "    y = torch.view(y, [torch.size(x, 0), torch.size(x, 1), %d, %d])",
                all, config.headDim());
        line("    v = torch.slice(y, 2, %d, %d)", rotated, all);
        if (config.headNorm() == DecoderConfig.HeadNorm.QUERIES_AND_KEYS) {
            line(
                    "    q = %s",
                    norm(
                            "torch.slice(y, 2, 0, " + config.heads() + ")",
                            config.headDim(),
                            DecoderLayout.key(layer, "q_norm")));
            line(
                    "    k = %s",
                    norm(
                            "torch.slice(y, 2, " + config.heads() + ", " + rotated + ")",
                            config.headDim(),
                            DecoderLayout.key(layer, "k_norm")));
            line("    r = torch.cat([q, k], 2)");
        } else {
            line("    r = torch.slice(y, 2, 0, %d)", rotated);
        }
        if (config.positions() instanceof Rope) {
            line(
                    "    r = torch.to(torch.addcmul(torch.mul(r, cos), torch.roll(r, [%d], [3]), sin),"
                            + " ops.prim.dtype(v))",
                    config.headDim() / 2);
        }
        line("    return (r, v)");
    }

    private void output(int layer) {
        line(
                "  def out%d(self: __torch__.M, x: Tensor, y: Tensor, w: List[Tensor],"
                        + " a: List[Tensor]) -> Tensor:",
                layer);
        linear.write("o", "y", DecoderLayout.key(layer, "o"));
        line("    x = torch.add(x, o)");
        line("    h = %s", norm("x", config.hidden(), DecoderLayout.key(layer, "post_norm")));
        linear.write("g", "h", DecoderLayout.key(layer, "mlp_in"));
        int wide = config.intermediate();
        Activation activation = config.block().activation();
        line(
                "    m = %s",
                switch (config.block().mlp()) {
                    case GATED ->
                            "torch.mul(%s, torch.slice(g, -1, %d, %d))"
                                    .formatted(
                                            activation.script(
                                                    "torch.slice(g, -1, 0, " + wide + ")"),
                                            wide,
                                            2 * wide);
                    case PLAIN -> activation.script("g");
                });
        linear.write("d", "m", DecoderLayout.key(layer, "down"));
        line("    return torch.add(x, d)");
    }

    /// Causal attention of whole rows; a mask only where a window ends before the row does.
    private void attend() {
        int heads = config.heads();
        int rotated = heads + config.kvHeads();
        line("  def attend(self: __torch__.M, r: Tensor, v: Tensor, window: int) -> Tensor:");
        line("    t = torch.size(r, 1)");
        line("    q = torch.transpose(torch.slice(r, 2, 0, %d), 1, 2)", heads);
        line("    k = torch.transpose(torch.slice(r, 2, %d, %d), 1, 2)", heads, rotated);
        line("    u = torch.transpose(v, 1, 2)");
        line("    if window > 0 and t > window:");
        line("      i = torch.arange(t, device=ops.prim.device(r))");
        line("      back = torch.sub(torch.unsqueeze(i, 1), torch.unsqueeze(i, 0))");
        line("      near = torch.logical_and(torch.ge(back, 0), torch.lt(back, window))");
        line(
                "      y = torch.scaled_dot_product_attention(q, k, u, near, 0., False, scale=None,"
                        + " enable_gqa=%s)",
                grouped());
        line("    else:");
        line(
                "      y = torch.scaled_dot_product_attention(q, k, u, None, 0., True, scale=None,"
                        + " enable_gqa=%s)",
                grouped());
        line(
                "    return torch.reshape(torch.transpose(y, 1, 2), [torch.size(r, 0), t, %d])",
                config.queryWidth());
    }

    private void hidden() {
        line(
                "  def hidden(self: __torch__.M, w: List[Tensor], a: List[Tensor], ids: Tensor,"
                        + " cos: Tensor, sin: Tensor) -> Tensor:");
        line("    cos = torch.slice(cos, 0, 0, torch.size(ids, 1))");
        line("    sin = torch.slice(sin, 0, 0, torch.size(ids, 1))");
        line("    x = torch.embedding(w[%d], ids)", layout.index(DecoderLayout.EMBEDDING));
        if (config.positions() instanceof Positions.Learned) {
            line("    x = torch.add(x, torch.slice(w[%d], 0, 0, torch.size(ids, 1)))", places());
        }
        for (int layer = 0; layer < config.layers(); layer++) {
            line("    r, v, = (self).qkv%d(x, w, a, cos, sin, )", layer);
            line(
                    "    x = (self).out%d(x, (self).attend(r, v, %d, ), w, a, )",
                    layer, config.windows().get(layer));
        }
        line("    return %s", norm("x", config.hidden(), DecoderLayout.NORM));
    }

    String norm(String value, int size, String key) {
        int weight = layout.index(key);
        return switch (config.block().norm()) {
            case RMS ->
                    "torch.rms_norm(%s, [%d], w[%d], %s)"
                            .formatted(value, size, weight, config.normEps());
            case LAYER ->
                    "torch.layer_norm(%s, [%d], w[%d], w[%d], %s, False)"
                            .formatted(
                                    value,
                                    size,
                                    weight,
                                    layout.index(DecoderLayout.bias(key)),
                                    config.normEps());
        };
    }

    /// Where the learned positions are among the weights.
    int places() {
        return layout.index(DecoderLayout.POSITIONS);
    }

    private String grouped() {
        return config.heads() == config.kvHeads() ? "False" : "True";
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
