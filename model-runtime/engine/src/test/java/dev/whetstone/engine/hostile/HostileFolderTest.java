package dev.whetstone.engine.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.engine.tokenizer.Tokenizer;
import dev.whetstone.engine.weights.WeightFolder;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = java.util.concurrent.TimeUnit.MINUTES)
class HostileFolderTest {
    private static final Device ONE_THREAD = new Device("cpu", 1, DType.FP32);
    private static final String TEXT = "Hello  wörld 123,\n\t▁<s></s> 你好 e\u0301 👍🏽 don't!";

    @TempDir Path folder;

    @Test
    void safetensorsHeaders() throws IOException {
        var original = Files.readAllBytes(golden("checkpoints/llama/model.safetensors"));
        var length = (int) ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN).getLong();
        var header = new String(original, 8, length, UTF_8);
        var data = Arrays.copyOfRange(original, 8 + length, original.length);
        Files.copy(golden("checkpoints/llama/config.json"), folder.resolve("config.json"));
        Attempts.all(
                1_000_000,
                mutations -> {
                    Files.write(
                            folder.resolve("model.safetensors"), damaged(mutations, header, data));
                    var weights = WeightFolder.open(folder);
                    try (var arena = Arena.ofConfined()) {
                        for (var name : weights.names()) {
                            weights.map(name, arena).byteSize();
                        }
                    }
                    loadAndRun(folder);
                });
    }

    private static byte[] damaged(Mutations mutations, String header, byte[] data) {
        var text =
                switch (mutations.below(3)) {
                    case 0 -> mutations.bytes(header.getBytes(UTF_8));
                    default -> mutations.json(header).getBytes(UTF_8);
                };
        var said =
                mutations.below(8) == 0
                        ? (long) mutations.below(Integer.MAX_VALUE) << mutations.below(33)
                        : text.length;
        var kept = mutations.below(8) == 0 ? mutations.below(data.length) : data.length;
        return ByteBuffer.allocate(8 + text.length + kept)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(said)
                .put(text)
                .put(data, 0, kept)
                .array();
    }

    @Test
    void configs() throws IOException {
        Attempts.all(
                2_000_000,
                mutations -> {
                    var checkpoint =
                            List.of("llama", "gpt2", "rope-dynamic", "rope-longrope", "llama3")
                                    .get(mutations.below(5));
                    var original =
                            Files.readString(golden("checkpoints/" + checkpoint + "/config.json"));
                    var weights = checkpoint.startsWith("rope") ? "llama" : checkpoint;
                    Files.copy(
                            golden("checkpoints/" + weights + "/model.safetensors"),
                            folder.resolve("model.safetensors"),
                            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    write("config.json", original, mutations);
                    ConfigReader.read(folder);
                    loadAndRun(folder);
                });
    }

    @Test
    void shardIndexes() throws IOException {
        for (var file : Golden.list("checkpoints/llama-sharded")) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        var original = Files.readString(folder.resolve("model.safetensors.index.json"));
        Attempts.all(
                3_000_000,
                mutations -> {
                    write("model.safetensors.index.json", original, mutations);
                    loadAndRun(folder);
                });
    }

    @Test
    void adapters() throws IOException {
        for (var file : Golden.list("lora/llama-dora")) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        var config = Files.readString(folder.resolve("adapter_config.json"));
        var base = golden("checkpoints/llama");
        Attempts.all(
                4_000_000,
                mutations -> {
                    write("adapter_config.json", config, mutations);
                    PeftAdapter.open(folder);
                    try (var policy =
                            Policy.load(new ModelRef(base, List.of(folder)), ONE_THREAD)) {
                        policy.logits(new int[] {1, 2, 3});
                    }
                });
    }

    @Test
    void tokenizers() throws IOException {
        var kinds = Golden.list("tokenizers");
        Attempts.all(
                5_000_000,
                mutations -> {
                    var kind = kinds.get(mutations.below(kinds.size()));
                    var original = Files.readString(kind.resolve("tokenizer.json"));
                    write("tokenizer.json", original, mutations);
                    var tokenizer = Tokenizer.ofFolder(folder);
                    var ids = tokenizer.encodeWithSpecial(TEXT).ids();
                    tokenizer.encodePair(TEXT, TEXT);
                    tokenizer.decode(ids, Tokenizer.Special.KEEP);
                    tokenizer.decode(new int[] {0, 1, 5, 300, 9999}, Tokenizer.Special.DROP);
                });
    }

    private void write(String name, String original, Mutations mutations) throws IOException {
        Files.write(
                folder.resolve(name),
                mutations.below(4) == 0
                        ? mutations.bytes(original.getBytes(UTF_8))
                        : mutations.json(original).getBytes(UTF_8));
    }

    private static void loadAndRun(Path model) {
        try (var policy = Policy.load(ModelRef.of(model), ONE_THREAD)) {
            policy.logits(new int[] {1, 2, 3});
        }
    }

    private static Path golden(String path) {
        return Golden.folder().resolve(path);
    }
}
