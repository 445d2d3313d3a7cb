package dev.whetstone.engine.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.Torch;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.engine.worker.ProcessMemory;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.pack.ProbeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Tries the loaded libtorch on a device against results that Java computes in fp64: a matrix
/// product, and causal attention with its gradients, each in fp32 and bf16.
public final class ProbeJob implements JobHandler<Job.Probe> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIZE = 48;
    private static final int WIDTH = 16;

    private static final String METHODS =
            """
              def product(self: __torch__.M, a: Tensor, b: Tensor, type: int) -> Tensor:
                return torch.to(torch.mm(torch.to(a, type), torch.to(b, type)), 6)
              def attention(self: __torch__.M, x: List[Tensor], type: int) -> Tensor:
                y = annotate(List[Tensor], [])
                for i in range(3):
                  _1 = torch.append(y, torch.unsqueeze(torch.unsqueeze(torch.to(x[i], type), 0), 0))
                o = torch.scaled_dot_product_attention(y[0], y[1], y[2], None, 0., True)
                return torch.to(torch.squeeze(torch.squeeze(o, 0), 0), 6)
              def gradients(self: __torch__.M, o: Tensor, x: List[Tensor], g: Tensor) -> List[Tensor]:
                found = torch.grad([o], x, annotate(List[Optional[Tensor]], [g]))
                grads = annotate(List[Tensor], [])
                for i in range(torch.len(found)):
                  _1 = torch.append(grads, unchecked_cast(Tensor, found[i]))
                return grads
            """;

    private enum Numbers {
        FP32(6, 1e-4),
        // 8 bits of each number, and sums of a few dozen products
        BF16(15, .2);

        private final long code;
        private final double limit;

        Numbers(long code, double limit) {
            this.code = code;
            this.limit = limit;
        }
    }

    @Override
    public JsonNode run(Job.Probe job, RunControl control) {
        long begin = System.nanoTime();
        Device device = job.device();
        try (Scope scope = Torch.open(device);
                Program program = Program.compile(scope, METHODS)) {
            List<ProbeReport.Check> checks = new ArrayList<>();
            for (Numbers numbers : Numbers.values()) {
                control.throwIfEnded();
                Random random = new Random(7);
                checks.add(product(program, scope, random, numbers));
                checks.addAll(attention(program, scope, random, numbers));
            }
            return JSON.valueToTree(
                    new ProbeReport(
                            Torch.version(),
                            device.name(),
                            "",
                            device.name().equals("cpu") ? ProcessMemory.machineBytes() : 0,
                            checks,
                            (System.nanoTime() - begin) / 1e9));
        }
    }

    private static ProbeReport.Check product(
            Program program, Scope outer, Random random, Numbers numbers) {
        Matrix a = Matrix.random(SIZE, SIZE, random);
        Matrix b = Matrix.random(SIZE, SIZE, random);
        try (Scope scope = outer.inner()) {
            Tensor found =
                    program.call("product")
                            .with(tensor(scope, a))
                            .with(tensor(scope, b))
                            .with(numbers.code)
                            .infer(scope)
                            .getFirst();
            return check("matrix product", numbers, a.times(b).difference(found.floats()));
        }
    }

    private static List<ProbeReport.Check> attention(
            Program program, Scope outer, Random random, Numbers numbers) {
        Matrix q = Matrix.random(SIZE, WIDTH, random);
        Matrix k = Matrix.random(SIZE, WIDTH, random);
        Matrix v = Matrix.random(SIZE, WIDTH, random);
        Matrix g = Matrix.random(SIZE, WIDTH, random);
        double scale = 1 / Math.sqrt(WIDTH);
        Matrix p = q.times(k.transposed()).scaled(scale).causalSoftmax();
        Matrix scores = p.softmaxGradient(g.times(v.transposed())).scaled(scale);
        List<Matrix> exact =
                List.of(scores.times(k), scores.transposed().times(q), p.transposed().times(g));
        try (Scope scope = outer.inner()) {
            List<Tensor> inputs = List.of(tensor(scope, q), tensor(scope, k), tensor(scope, v));
            inputs.forEach(Tensor::recordGradients);
            Tensor output =
                    program.call("attention")
                            .with(inputs)
                            .with(numbers.code)
                            .record(scope)
                            .getFirst();
            List<Tensor> found =
                    program.call("gradients")
                            .with(output)
                            .with(inputs)
                            .with(tensor(scope, g))
                            .compute(scope);
            double backward = 0;
            for (int i = 0; i < exact.size(); i++) {
                backward = Math.max(backward, exact.get(i).difference(found.get(i).floats()));
            }
            return List.of(
                    check("attention", numbers, p.times(v).difference(output.floats())),
                    check("gradient of attention", numbers, backward));
        }
    }

    private static Tensor tensor(Scope scope, Matrix matrix) {
        return scope.floats(matrix.floats(), matrix.rows(), matrix.columns());
    }

    private static ProbeReport.Check check(String name, Numbers numbers, double difference) {
        return new ProbeReport.Check(
                name + " in " + numbers.name().toLowerCase(java.util.Locale.ROOT),
                difference,
                numbers.limit);
    }
}
