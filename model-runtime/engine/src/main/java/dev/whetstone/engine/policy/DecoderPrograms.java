package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.List;

/// The programs of one decoder, compiled when they are asked for.
final class DecoderPrograms {
    private final Scope scope;
    private final DecoderConfig config;
    private final DecoderLayout layout;
    private final Kernel fastest;
    private final Program files;

    /// @param scope owns the programs
    DecoderPrograms(Scope scope, DecoderConfig config, DecoderLayout layout) {
        this.scope = scope;
        this.config = config;
        this.layout = layout;
        this.fastest = Kernel.withoutGradients(scope);
        this.files = Program.compile(scope, TensorText.methods() + packing());
    }

    DecoderConfig config() {
        return config;
    }

    /// Moves weights between files and tensors.
    Program files() {
        return files;
    }

    /// Answers and scores.
    ///
    /// @param modules that are adapted
    Program answering(List<AdapterModule> modules) {
        DecoderText decoder = new DecoderText(config, layout, modules, fastest);
        return compile(decoder, fastest, "");
    }

    /// As [#answering], and trains the adapter.
    Program learning(List<AdapterModule> modules) {
        DecoderText decoder = new DecoderText(config, layout, modules, fastest);
        return compile(
                decoder,
                fastest,
                new AdapterText(config, layout, decoder, modules, fastest).methods());
    }

    /// As [#answering] without an adapter, and records gradients of all weights.
    Program recording() {
        return compile(new DecoderText(config, layout, List.of(), Kernel.ATEN), Kernel.ATEN, "");
    }

    private Program compile(DecoderText decoder, Kernel kernel, String more) {
        return Program.compile(
                scope,
                ScoringText.methods(kernel)
                        + decoder.layers()
                        + more
                        + TensorText.methods()
                        + SamplingText.methods()
                        + new GenerationText(config, layout, decoder, kernel).methods());
    }

    /// Puts packed weights in the place of all that are only multiplied by.
    ///
    /// @return the packed head
    Tensor pack(List<Tensor> weights) {
        Tensor head = pack(weights.get(layout.head()));
        for (int slot = 0; slot < weights.size(); slot++) {
            if (layout.isLinear(slot)) {
                Tensor plain = weights.get(slot);
                weights.set(slot, slot == layout.head() ? head : pack(plain));
                if (fastest != Kernel.ATEN) {
                    plain.close();
                }
            }
        }
        return head;
    }

    private Tensor pack(Tensor weight) {
        return files.call("pack").with(weight).compute(scope).getFirst();
    }

    private String packing() {
        return """
          def pack(self: __torch__.M, w: Tensor) -> Tensor:
            return %s
        """
                .formatted(fastest.packed("w"));
    }
}
