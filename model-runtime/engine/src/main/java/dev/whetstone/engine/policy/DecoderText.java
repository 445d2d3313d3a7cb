package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.Activation;
import dev.whetstone.engine.family.Block;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Positions;
import dev.whetstone.engine.family.Rope;
import dev.whetstone.engine.lora.AdapterModule;
import java.util.List;
import java.util.Locale;

/// Writes a decoder's layers as TorchScript: straight-line code for one configuration and one set
/// of adapted modules, so that a call runs only what is needed.
///
/// In all methods `w` holds the slots of [DecoderLayout] and `a` an adapter's tensors as
/// [LinearText] wants them; `x` is [N, hidden], N tokens of whatever rows; `cos` and `sin` are the
/// rotary tables at their places, [N, 1, headDim], the first half of `sin` negated, always in fp32:
/// positions would blur in bf16. Rows are put together for attention alone, see [TokenBatch].
final class DecoderText {
    private final DecoderConfig config;
    private final DecoderLayout layout;
    private final Kernel kernel;
    private final StringBuilder text = new StringBuilder();
    private final LinearText linear;

    DecoderText(
            DecoderConfig config,
            DecoderLayout layout,
            List<AdapterModule> modules,
            Kernel kernel) {
        this.config = config;
        this.layout = layout;
        this.kernel = kernel;
        this.linear = new LinearText(layout, modules, kernel, text);
    }

    /// - `qkvI(x, w, a)`: queries, keys and values [N, all heads headDim] of layer I
    /// - `turnI(y, w, cos, sin)`: from them queries and keys with their places [N, heads, headDim],
    ///   and values
    /// - `attend(r, v, gather, homes, t, window)`: see [AttentionText]
    /// - `outI(x, y, w, a)`: the layer's output from its input and its attention
    /// - `begin(w, ids, places)`: the first layer's input
    /// - `hidden(w, a, ids, places, gather, homes, width, cos, sin)`: the last one's, normed
    String layers() {
        for (int layer = 0; layer < config.layers(); layer++) {
            queryKeyValue(layer);
            turn(layer);
            output(layer);
        }
        text.append(new AttentionText(config, kernel).methods());
        begin();
        hidden();
        return text.toString();
    }

    private void queryKeyValue(int layer) {
        line(
                "  def qkv%d(self: __torch__.M, x: Tensor, w: List[Tensor], a: List[Tensor]) -> Tensor:",
                layer);
        line("    h = %s", norm("x", DecoderLayout.key(layer, "input_norm")));
        linear.write("y", "h", DecoderLayout.key(layer, "qkv"));
        line("    return y");
    }

    private void turn(int layer) {
        int rotated = config.heads() + config.kvHeads();
        int all = rotated + config.kvHeads();
        line(
                "  def turn%d(self: __torch__.M, y: Tensor, w: List[Tensor], cos: Tensor, sin: Tensor)"
                        + " -> Tuple[Tensor, Tensor]:",
                layer);
        line("    y = torch.view(y, [-1, %d, %d])", all, config.headDim());
        line("    v = torch.slice(y, 1, %d, %d)", rotated, all);
        if (config.headNorm() == DecoderConfig.HeadNorm.QUERIES_AND_KEYS) {
            line(
                    "    q = %s",
                    norm(
                            "torch.slice(y, 1, 0, " + config.heads() + ")",
                            config.headDim(),
                            DecoderLayout.key(layer, "q_norm")));
            line(
                    "    k = %s",
                    norm(
                            "torch.slice(y, 1, " + config.heads() + ", " + rotated + ")",
                            config.headDim(),
                            DecoderLayout.key(layer, "k_norm")));
            line("    r = torch.cat([q, k], 1)");
        } else {
            line("    r = torch.slice(y, 1, 0, %d)", rotated);
        }
        if (config.positions() instanceof Rope) {
            line(
                    "    r = torch.to(torch.addcmul(torch.mul(r, cos), torch.roll(r, [%d], [2]), sin),"
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
        line("    h = %s", norm("x", DecoderLayout.key(layer, "post_norm")));
        linear.write("g", "h", DecoderLayout.key(layer, "mlp_in"));
        line(
                "    m = %s",
                isGated()
                        ? active("torch.slice(g, -1, 0, %1$d)", "torch.slice(g, -1, %1$d, %2$d)")
                                .formatted(config.intermediate(), 2 * config.intermediate())
                        : active("g", ""));
        linear.write("d", "m", DecoderLayout.key(layer, "down"));
        line("    return torch.add(x, d)");
    }

    private void begin() {
        line(
                "  def begin(self: __torch__.M, w: List[Tensor], ids: Tensor, places: Tensor) -> Tensor:");
        line("    x = torch.embedding(w[%d], ids)", layout.index(DecoderLayout.EMBEDDING));
        if (config.positions() instanceof Positions.Learned) {
            line(
                    "    x = torch.add(x, torch.index_select(w[%d], 0, places))",
                    layout.index(DecoderLayout.POSITIONS));
        }
        line("    return x");
    }

    private void hidden() {
        line(
                "  def hidden(self: __torch__.M, w: List[Tensor], a: List[Tensor], ids: Tensor,"
                        + " places: Tensor, gather: Tensor, homes: Tensor, t: int, cos: Tensor,"
                        + " sin: Tensor) -> Tensor:");
        tables();
        line("    x = (self).begin(w, ids, places, )");
        for (int layer = 0; layer < config.layers(); layer++) {
            line("    r, v, = (self).turn%1$d((self).qkv%1$d(x, w, a, ), w, cos, sin, )", layer);
            line(
                    "    x = (self).out%d(x, (self).attend(r, v, gather, homes, t, %d, ), w, a, )",
                    layer, config.windows().get(layer));
        }
        line("    return %s", norm("x", DecoderLayout.NORM));
    }

    private void tables() {
        text.append(tables(config));
    }

    /// `cos` and `sin` at the tokens' `places`.
    static String tables(DecoderConfig config) {
        return config.positions() instanceof Rope
                ? """
                      cos = torch.index_select(cos, 0, places)
                      sin = torch.index_select(sin, 0, places)
                  """
                : "";
    }

    boolean isGated() {
        return config.block().mlp() == Block.Mlp.GATED;
    }

    /// What the second linear layer of the MLP reads.
    ///
    /// @param up of a gated one
    String active(String gate, String up) {
        Activation activation = config.block().activation();
        return isGated()
                ? "torch.mul(%s, %s)".formatted(activation.script(gate), up)
                : activation.script(gate);
    }

    String norm(String value, String key) {
        return norm(value, config.hidden(), key);
    }

    private String norm(String value, int size, String key) {
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

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
