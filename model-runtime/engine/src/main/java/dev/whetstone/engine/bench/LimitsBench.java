package dev.whetstone.engine.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.Torch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What this machine can do at most: square matrix products and memory bandwidth, the best of as
/// many runs as fit in a time.
final class LimitsBench {
    private static final Set<String> KNOWN = Set.of("threads", "device", "size", "mib", "seconds");
    private static final int SMALLEST_SIZE = 1024;
    private static final int SMALLEST_MIB = 16;
    private static final int FLOATS_OF_MIB = 1 << 18;
    // numbers of torch's types
    private static final Map<String, Integer> DTYPES = Map.of("fp32", 6, "bf16", 15);
    private static final String METHODS =
            """
              def random(self: __torch__.M, rows: int, columns: int, target: int) -> Tensor:
                return torch.to(torch.randn([rows, columns], dtype=6), target)
              def multiply(self: __torch__.M, a: Tensor, b: Tensor, out: Tensor) -> Tensor:
                return torch.mm(a, b, out=out)
              def copy(self: __torch__.M, a: Tensor, out: Tensor) -> Tensor:
                return torch.copy_(out, a)
              def read(self: __torch__.M, a: Tensor) -> Tensor:
                return torch.sum(a)
            """;

    private final Scope scope;
    private final Program program;
    private final double budget;
    private final RunControl control;

    private LimitsBench(Scope scope, Program program, double budget, RunControl control) {
        this.scope = scope;
        this.program = program;
        this.budget = budget;
        this.control = control;
    }

    static ObjectNode run(List<String> words, RunControl control) throws IOException {
        var options = BenchOptions.parse(words, KNOWN);
        var device = options.device();
        var sizes = steps(options.whole("size", 4096, 1), SMALLEST_SIZE, 2);
        var mibs = steps(options.whole("mib", 1024, 1), SMALLEST_MIB, 4);
        var budget = options.number("seconds", 0.5, 0, 60);
        var measure = new Measure();
        var result = JsonNodeFactory.instance.objectNode().put("schema", 1).put("bench", "limits");
        result.set("runtime", Measure.runtime());
        result.put("threads", device.threads());
        result.put("device", device.name());
        result.put("dtype", "fp32 and bf16");
        result.put("warm_up", "one run of each, not counted");
        try (var scope = Torch.open(device);
                var program = Program.compile(scope, METHODS)) {
            measure.startWork();
            var bench = new LimitsBench(scope, program, budget, control);
            measure.time(() -> bench.fill(result, sizes, mibs));
        }
        measure.surroundings(result);
        return result;
    }

    /// From `smallest` by `factor` up to `largest`, or `largest` alone where it is smaller.
    private static List<Integer> steps(int largest, int smallest, int factor) {
        var steps = new ArrayList<Integer>();
        for (long step = smallest; step <= largest; step *= factor) {
            steps.add((int) step);
        }
        return steps.isEmpty() ? List.of(largest) : steps;
    }

    private void fill(ObjectNode result, List<Integer> sizes, List<Integer> mibs) {
        var products = result.putObject("matmul_gflops");
        for (var dtype : List.of("fp32", "bf16")) {
            var bySize = products.putObject(dtype);
            for (var n : sizes) {
                var flops = 2.0 * n * n * n;
                bySize.put(String.valueOf(n), Measure.round(flops / product(n, dtype) / 1e9, 1));
            }
        }
        var bandwidth = result.putObject("bandwidth_gb_s");
        for (var mib : mibs) {
            bandwidth.set(String.valueOf(mib), bandwidth(mib));
        }
    }

    private double product(int n, String dtype) {
        try (var inner = scope.inner()) {
            int type = DTYPES.getOrDefault(dtype, 0);
            var a = random(inner, n, n, type);
            var b = random(inner, n, n, type);
            var out = random(inner, n, n, type);
            return best(
                    inner, one -> program.call("multiply").with(a).with(b).with(out).infer(one));
        }
    }

    /// A copy counts the bytes read and written, a sum those read.
    private ObjectNode bandwidth(int mib) {
        try (var inner = scope.inner()) {
            var a = random(inner, mib, FLOATS_OF_MIB, 6);
            var out = random(inner, mib, FLOATS_OF_MIB, 6);
            var bytes = (double) mib * FLOATS_OF_MIB * Float.BYTES;
            var copy = best(inner, one -> program.call("copy").with(a).with(out).infer(one));
            var read = best(inner, one -> program.call("read").with(a).infer(one));
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("copy", Measure.round(2 * bytes / copy / 1e9, 2))
                    .put("read", Measure.round(bytes / read / 1e9, 2));
        }
    }

    private Tensor random(Scope owner, long rows, long columns, long type) {
        return program.call("random").with(rows).with(columns).with(type).infer(owner).getFirst();
    }

    @FunctionalInterface
    private interface Work {
        List<Tensor> run(Scope scope);
    }

    /// Seconds of the fastest run; at least one is timed.
    private double best(Scope outer, Work work) {
        control.throwIfEnded();
        once(outer, work);
        var best = Double.POSITIVE_INFINITY;
        var end = System.nanoTime() + (long) (budget * 1e9);
        do {
            best = Math.min(best, once(outer, work));
        } while (System.nanoTime() < end);
        return best;
    }

    private static double once(Scope outer, Work work) {
        try (var inner = outer.inner()) {
            var begin = System.nanoTime();
            work.run(inner);
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
