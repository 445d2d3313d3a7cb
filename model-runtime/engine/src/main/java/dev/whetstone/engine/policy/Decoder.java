package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.engine.tensor.Torch;
import dev.whetstone.engine.weights.StoredTensor;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.engine.weights.WeightFolder;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A decoder in memory: its weights, and passes over them. Used by one thread at a time.
public final class Decoder implements AutoCloseable {
    private final Scope scope;
    private final DecoderPrograms programs;
    private final DecoderLayout layout;
    private final List<Tensor> weights;
    private Tensor head;
    private final RotaryTables tables;
    private final ElementType type;

    private Decoder(
            Scope scope,
            ElementType type,
            DecoderPrograms programs,
            DecoderLayout layout,
            List<Tensor> weights,
            Tensor head) {
        this.scope = scope;
        this.type = type;
        this.programs = programs;
        this.layout = layout;
        this.weights = weights;
        this.head = head;
        this.tables = new RotaryTables(scope, programs.files(), programs.config());
    }

    /// Reads a folder and merges its adapters, without rounding beyond the computing type: what a
    /// run trained is what the next run starts from.
    ///
    /// @throws dev.whetstone.engine.control.RuntimeFailure naming file and field
    public static Decoder load(ModelRef model, Device device) {
        return load(model, device, Packing.PLAIN);
    }

    /// As [#load], with weights that are multiplied fastest: they answer and score, and do nothing
    /// else.
    static Decoder packed(ModelRef model, Device device) {
        return load(model, device, Packing.PACKED);
    }

    private static Decoder load(ModelRef model, Device device, Packing packing) {
        DecoderConfig config = ConfigReader.read(model.folder());
        WeightFolder folder = WeightFolder.open(model.folder());
        WeightCheck.check(folder, new DecoderLayout(config));
        return build(
                config,
                device,
                packing,
                opened -> {
                    List<Tensor> weights =
                            opened.loader()
                                    .load(
                                            opened.scope(),
                                            folder,
                                            opened.layout().slots(),
                                            computing(device));
                    mergeAll(opened, model, weights, computing(device));
                    return weights;
                });
    }

    /// A language model's layers below a new head with one score: what the training of a reward
    /// model begins with.
    ///
    /// @param model a language model; its adapters are merged
    /// @param spread standard deviation of the head's normally distributed weights
    public static Decoder scoring(ModelRef model, Device device, double spread, long seed) {
        DecoderConfig language = ConfigReader.read(model.folder());
        WeightFolder folder = WeightFolder.open(model.folder());
        WeightCheck.check(folder, new DecoderLayout(language));
        return build(
                language.scoring(1),
                device,
                Packing.PLAIN,
                opened -> {
                    List<Slot> slots = opened.layout().slots();
                    List<Tensor> weights =
                            opened.loader()
                                    .load(
                                            opened.scope(),
                                            folder,
                                            slots.subList(0, slots.size() - 1),
                                            computing(device));
                    mergeAll(opened, model, weights, computing(device));
                    weights.add(
                            opened.loader()
                                    .cast(
                                            opened.scope(),
                                            new RandomWeights(spread, seed)
                                                    .draw(opened.scope(), List.of(slots.getLast())),
                                            computing(device)));
                    return weights;
                });
    }

    /// A new model with normally distributed weights.
    ///
    /// @param spread standard deviation of matrices; norms are 1, biases 0
    public static Decoder random(DecoderConfig config, Device device, double spread, long seed) {
        return build(
                config,
                device,
                Packing.PLAIN,
                opened ->
                        new RandomWeights(spread, seed)
                                .draw(opened.scope(), opened.layout().slots()));
    }

    private static void mergeAll(
            Opened opened, ModelRef model, List<Tensor> weights, ElementType type) {
        for (Path path : model.adapters()) {
            PeftAdapter adapter = PeftAdapter.open(path);
            opened.loader().replacements(opened.scope(), adapter, type).forEach(weights::set);
            opened.loader().merge(opened.scope(), adapter, weights, name -> type);
        }
    }

    private record Opened(Scope scope, DecoderLayout layout, WeightLoader loader) {}

    private static Decoder build(
            DecoderConfig config,
            Device device,
            Packing packing,
            Function<Opened, List<Tensor>> fill) {
        Scope scope = Torch.open(device);
        try {
            DecoderLayout layout = new DecoderLayout(config);
            DecoderPrograms programs = new DecoderPrograms(scope, config, layout);
            Program files = programs.files();
            WeightLoader loader = new WeightLoader(files, new TensorFiles(files), layout);
            List<Tensor> weights = fill.apply(new Opened(scope, layout, loader));
            Tensor head = weights.get(layout.head());
            if (packing == Packing.PACKED) {
                head = programs.pack(weights);
            }
            return new Decoder(scope, computing(device), programs, layout, weights, head);
        } catch (RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    private static ElementType computing(Device device) {
        return device.dtype() == DType.BF16 ? ElementType.BF16 : ElementType.F32;
    }

    public DecoderConfig config() {
        return programs.config();
    }

    /// Whether it computes in fp32.
    public boolean exact() {
        return type == ElementType.F32;
    }

    /// Whether the model's folder stores all its weights in fp32 or better.
    public boolean storedExactly(ModelRef model) {
        WeightFolder folder = WeightFolder.open(model.folder());
        return folder.names().stream()
                .map(name -> folder.info(name).type())
                .allMatch(stored -> stored == StoredType.F32 || stored == StoredType.F64);
    }

    /// The scope that owns the weights; what is made in it lives as long as the decoder.
    public Scope scope() {
        return scope;
    }

    /// The decoder as it is.
    public Forward forward() {
        return new Forward(
                this, programs.answering(List.of()), weights, head, scope.list(List.of()));
    }

    /// As [#forward], recording gradients of all weights.
    public Forward recordingForward() {
        return new Forward(this, programs.recording(), weights, head, scope.list(List.of()));
    }

    /// The decoder with an adapter on.
    ///
    /// @param modules what is adapted; plain ones
    /// @param tensors A, B, A, B in the order of the modules, fp32
    ///
    /// @throws RuntimeFailure `adapter.kind` for modules with magnitudes, which cannot be trained
    public Forward forward(List<AdapterModule> modules, List<Tensor> tensors) {
        if (modules.stream().anyMatch(m -> m.kind() == AdapterModule.Kind.MAGNITUDES)) {
            throw new RuntimeFailure(
                    "adapter.kind",
                    "an adapter with magnitudes (DoRA) cannot be trained on",
                    "merge it first, or start a new one");
        }
        return new Forward(this, programs.learning(modules), weights, head, scope.list(tensors));
    }

    /// The decoder with an adapter on as it was saved: magnitudes and whole tensors included.
    public Forward forward(PeftAdapter adapter) {
        WeightLoader loader = loader();
        List<Tensor> all = new ArrayList<>(weights);
        loader.replacements(scope, adapter, type).forEach(all::set);
        List<AdapterModule> inLayers = new ArrayList<>();
        List<Tensor> tensors = new ArrayList<>();
        List<Tensor> factors = new ArrayList<>();
        for (AdapterModule module : adapter.modules()) {
            int slot = loader.place(module, adapter.weights().file()).slot();
            if (slot == layout.head()) {
                all.set(slot, loader.moved(scope, adapter, module, all.get(slot), type));
                continue;
            }
            inLayers.add(module);
            tensors.add(loader.tensor(scope, adapter, PeftAdapter.nameOfA(module)));
            tensors.add(loader.tensor(scope, adapter, PeftAdapter.nameOfB(module)));
            if (module.kind() == AdapterModule.Kind.MAGNITUDES) {
                factors.add(loader.factors(scope, adapter, module, weights));
            }
        }
        tensors.addAll(factors);
        return new Forward(
                this,
                programs.answering(inLayers),
                all,
                all.get(layout.head()),
                scope.list(tensors));
    }

    /// A plain adapter's tensors in fp32, A, B, A, B in the order of its modules.
    public List<Tensor> read(PeftAdapter adapter, Scope into) {
        WeightLoader loader = loader();
        List<Tensor> tensors = new ArrayList<>();
        for (AdapterModule module : adapter.modules()) {
            loader.place(module, adapter.weights().file());
            tensors.add(loader.tensor(into, adapter, PeftAdapter.nameOfA(module)));
            tensors.add(loader.tensor(into, adapter, PeftAdapter.nameOfB(module)));
        }
        return tensors;
    }

    /// Adds an adapter to the weights for good, each rounded to the type in which the model's
    /// folder stores it, as writing the merged folder does.
    public void merge(ModelRef model, PeftAdapter adapter) {
        WeightFolder folder = WeightFolder.open(model.folder());
        WeightLoader loader = loader();
        loader.replacements(scope, adapter, type).forEach(this::replace);
        loader.merge(
                scope,
                adapter,
                weights,
                name -> TensorFiles.element(folder.info(name).type(), name));
    }

    private void replace(int slot, Tensor whole) {
        weights.set(slot, whole);
        if (slot == layout.head()) {
            head = whole;
        }
    }

    private WeightLoader loader() {
        return new WeightLoader(programs.files(), new TensorFiles(programs.files()), layout);
    }

    /// Moves tensors between this decoder's memory and files.
    public TensorFiles files() {
        return new TensorFiles(programs.files());
    }

    /// Every linear layer of the blocks, with its sizes; rank and scale are 1.
    public List<AdapterModule> linearLayers() {
        List<AdapterModule> result = new ArrayList<>();
        for (Slot slot : layout.slots()) {
            if (slot.decays() && slot.key().contains(".")) {
                slot.parts()
                        .forEach(
                                part ->
                                        result.add(
                                                new AdapterModule(
                                                        part.path(),
                                                        1,
                                                        1,
                                                        part.columns(),
                                                        part.rows())));
            }
        }
        return result;
    }

    /// The weights as checkpoint tensors.
    ///
    /// @param type of each tensor by its name
    public List<StoredTensor> stored(Function<String, StoredType> type) {
        TensorFiles files = new TensorFiles(programs.files());
        List<StoredTensor> result = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            int begin = 0;
            for (Part part : layout.slots().get(i).parts()) {
                result.add(files.rows(weights.get(i), part, begin, type.apply(part.name())));
                begin += part.rows();
            }
        }
        return result;
    }

    /// A tensor for each slot: what full training changes.
    public List<Tensor> weights() {
        return weights;
    }

    /// For each of [#weights]: whether weight decay acts on it.
    public List<Boolean> decays() {
        return layout.slots().stream().map(Slot::decays).toList();
    }

    /// For each of [#weights]: its key.
    public List<String> keys() {
        return layout.slots().stream().map(Slot::key).toList();
    }

    /// Which of [#weights] makes the logits.
    public int headIndex() {
        return layout.head();
    }

    RotaryTables tables() {
        return tables;
    }

    @Override
    public void close() {
        scope.close();
    }
}
