package dev.whetstone.engine.policy;

import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;

/// How linear layers are multiplied.
enum Kernel {
    /// With gradients, on any device.
    ATEN,
    /// Without gradients, on processors: oneDNN whatever the type. In fp32 it was 1.2 to 1.6 times
    /// as fast as the other on a processor that is not Intel's, and on a few rows with packed
    /// weights more than twice in both types.
    ONEDNN;

    private static final String PROBE =
            """
              def probe(self: __torch__.M, x: Tensor) -> Tensor:
                return %s
              def pack(self: __torch__.M, w: Tensor) -> Tensor:
                return %s
            """
                    .formatted(ONEDNN.linear("x", "x", "None"), ONEDNN.packed("w"));

    /// The fastest one that needs no gradients; libtorch for some platforms lacks oneDNN.
    static Kernel withoutGradients(Scope scope) {
        return !scope.onDevice() && Program.compiles(scope, PROBE) ? ONEDNN : ATEN;
    }

    /// TorchScript of `x w' + bias`.
    String linear(String x, String w, String bias) {
        return switch (this) {
            case ATEN -> "torch.linear(%s, %s, %s)".formatted(x, w, bias);
            case ONEDNN ->
                    "ops.mkldnn._linear_pointwise(%s, %s, %s, \"none\", %s, \"\")"
                            .formatted(x, w, bias, "annotate(List[Optional[number]], [])");
        };
    }

    /// TorchScript of `x w`.
    String product(String x, String w) {
        return switch (this) {
            case ATEN -> "torch.matmul(%s, %s)".formatted(x, w);
            case ONEDNN -> linear(x, "torch.t(" + w + ")", "None");
        };
    }

    /// TorchScript of a matrix as [#linear] reads it fastest; for nothing else.
    String packed(String w) {
        return switch (this) {
            case ATEN -> w;
            case ONEDNN -> "ops.mkldnn._reorder_linear_weight(%s, 1)".formatted(w);
        };
    }
}
