package dev.whetstone.engine.classifier;

import java.util.Locale;

/// Writes a classifier as TorchScript, for one text at a time: no padding and no mask.
final class ClassifierText {
    private ClassifierText() {}

    /// - `begin(ids, places, w)`: the first layer's input, [1, tokens, hidden]
    /// - `layer(x, w)`: one layer, norms behind the sums (Devlin et al. 2018)
    /// - `head(x, w)`: logits, [1, labels]
    static String methods(ClassifierConfig config) {
        String kinds =
                config.kinds() > 0 ? "    x = torch.add(x, torch.slice(w[4], 0, 0, 1))\n" : "";
        String pooled = config.family() == EncoderFamily.DISTILBERT ? "relu" : "tanh";
        return """
                 def begin(self: __torch__.M, ids: Tensor, places: Tensor, w: List[Tensor]) -> Tensor:
                   x = torch.add(torch.embedding(w[0], ids), torch.embedding(w[1], places))
               """
                + kinds
                + String.format(
                        Locale.ROOT,
                        """
                            return torch.layer_norm(x, [%1$d], w[2], w[3], %2$s, False)
                          def heads(self: __torch__.M, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                            return torch.transpose(torch.view(torch.linear(x, w, b), [1, -1, %3$d, %4$d]), 1, 2)
                          def layer(self: __torch__.M, x: Tensor, w: List[Tensor]) -> Tensor:
                            q = (self).heads(x, w[0], w[1], )
                            k = (self).heads(x, w[2], w[3], )
                            v = (self).heads(x, w[4], w[5], )
                            p = torch.softmax(torch.mul(torch.matmul(q, torch.transpose(k, -2, -1)), %5$s), -1)
                            a = torch.reshape(torch.transpose(torch.matmul(p, v), 1, 2), [1, -1, %1$d])
                            x = torch.layer_norm(torch.add(torch.linear(a, w[6], w[7]), x), [%1$d], w[8], w[9], %2$s, False)
                            m = %6$s
                            return torch.layer_norm(torch.add(torch.linear(m, w[12], w[13]), x), [%1$d], w[14], w[15], %2$s, False)
                          def head(self: __torch__.M, x: Tensor, w: List[Tensor]) -> Tensor:
                            c = torch.%7$s(torch.linear(torch.select(x, 1, 0), w[0], w[1]))
                            return torch.linear(c, w[2], w[3])
                        """,
                        config.hidden(),
                        config.epsilon(),
                        config.heads(),
                        config.headSize(),
                        1 / Math.sqrt(config.headSize()),
                        config.activation().script("torch.linear(x, w[10], w[11])"),
                        pooled);
    }
}
