package dev.whetstone.engine.align;

import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// AdamW with torch's defaults (betas 0.9 and 0.999, epsilon 1e-8), fused. Weight decay acts on the
/// parameters that ask for it; the gradient's norm is taken before clipping.
final class AdamW {
    private static final String METHODS =
            """
              def add(self: __torch__.M, sums: List[Tensor], more: List[Tensor]) -> Tensor:
                torch._foreach_add_(sums, more)
                return sums[0]
              def clip(self: __torch__.M, grads: List[Tensor], most: float) -> Tensor:
                norm = torch.norm(torch.stack(torch._foreach_norm(grads, 2)))
                if most > 0.0:
                  factor = torch.clamp_max(torch.div(most, torch.add(norm, 9.9999999999999995e-07)), 1.0)
                  torch._foreach_mul_(grads, factor)
                else:
                  pass
                return norm
              def adamw(self: __torch__.M, p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], rate: float, decay: float) -> Tensor:
                none = annotate(List[Tensor], [])
                torch._fused_adamw_(p, g, m, v, none, steps, lr=rate, beta1=0.90000000000000002, beta2=0.999, weight_decay=decay, eps=1e-08, amsgrad=False, maximize=False, grad_scale=None, found_inf=None)
                return steps[0]
              def zeros_like(self: __torch__.M, x: Tensor) -> Tensor:
                return torch.zeros_like(x)
              def full(self: __torch__.M, like: Tensor, value: float) -> Tensor:
                return torch.full([], value, dtype=6, device=ops.prim.device(like))
              def fill(self: __torch__.M, into: Tensor, values: Tensor) -> Tensor:
                return torch.copy_(into, values)
            """;

    private final Scope scope;
    private final Program program;
    private final List<Tensor> parameters;
    private final List<Boolean> decays;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();
    private final double weightDecay;
    private long steps;

    /// @param scope owns the moments
    /// @param decays for each parameter whether weight decay acts on it
    AdamW(Scope scope, List<Tensor> parameters, List<Boolean> decays, double weightDecay) {
        this.scope = scope;
        this.program = Program.compile(scope, METHODS);
        this.parameters = List.copyOf(parameters);
        this.decays = List.copyOf(decays);
        this.weightDecay = weightDecay;
        for (Tensor parameter : parameters) {
            means.add(program.call("zeros_like").with(parameter).compute(scope).getFirst());
            squares.add(program.call("zeros_like").with(parameter).compute(scope).getFirst());
        }
    }

    List<Tensor> parameters() {
        return parameters;
    }

    List<Tensor> means() {
        return List.copyOf(means);
    }

    List<Tensor> squares() {
        return List.copyOf(squares);
    }

    long steps() {
        return steps;
    }

    /// Goes on from a saved state.
    void restore(long stepsDone) {
        steps = stepsDone;
    }

    /// Overwrites a parameter or a moment.
    void fill(Tensor into, Tensor values) {
        program.call("fill").with(into).with(values).compute(values.scope());
    }

    /// Adds gradients to those of earlier micro-batches.
    void accumulate(Scope inner, List<Tensor> sums, List<Tensor> more) {
        program.call("add").with(sums).with(more).compute(inner);
    }

    /// Scales gradients down to a norm of `most` (0: never) and tells their norm before.
    float clip(Scope inner, List<Tensor> gradients, double most) {
        return program.call("clip").with(gradients).with(most).compute(inner).getFirst().single();
    }

    /// Changes the parameters.
    void step(List<Tensor> gradients, double rate) {
        group(gradients, rate, true);
        group(gradients, rate, false);
        steps++;
    }

    private void group(List<Tensor> gradients, double rate, boolean decaying) {
        List<Tensor> p = new ArrayList<>();
        List<Tensor> g = new ArrayList<>();
        List<Tensor> m = new ArrayList<>();
        List<Tensor> v = new ArrayList<>();
        List<Tensor> count = new ArrayList<>();
        try (Scope inner = scope.inner()) {
            // the kernel reads the counter and does not change it
            Tensor counter =
                    program.call("full")
                            .with(parameters.getFirst())
                            .with((double) (steps + 1))
                            .compute(inner)
                            .getFirst();
            for (int i = 0; i < parameters.size(); i++) {
                if (decays.get(i) == decaying) {
                    p.add(parameters.get(i));
                    g.add(gradients.get(i));
                    m.add(means.get(i));
                    v.add(squares.get(i));
                    count.add(counter);
                }
            }
            if (!p.isEmpty()) {
                program.call("adamw")
                        .with(p)
                        .with(g)
                        .with(m)
                        .with(v)
                        .with(count)
                        .with(rate)
                        .with(decaying ? weightDecay : 0)
                        .compute(inner);
            }
        }
    }
}
