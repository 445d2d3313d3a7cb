package dev.whetstone.engine.gguf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.TestModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.SafetensorsFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the format's own reader makes of such files is checked outside these tests:
/// docs/checks/README.md.
class GgufExportTest {
    @TempDir Path folder;

    @Test
    void headerSettingsAndTensorsAreThere() throws IOException {
        var file = written(GgufType.F32);
        assertThat(file.settings)
                .containsEntry("general.architecture", "llama")
                .containsEntry("llama.block_count", 2L)
                .containsEntry("llama.attention.head_count_kv", 2L)
                .containsEntry("tokenizer.ggml.model", "gpt2")
                .containsEntry("tokenizer.ggml.pre", "llama-bpe")
                .containsEntry("tokenizer.ggml.eos_token_id", 468L)
                .containsEntry("tokenizer.ggml.add_bos_token", true)
                .containsEntry("tokenizer.chat_template", TestModel.CHAT);
        assertThat((List<?>) file.settings.get("tokenizer.ggml.tokens")).hasSize(480);
        assertThat(file.tensors).containsKeys("token_embd.weight", "blk.1.ffn_down.weight");
        assertThat(file.tensors).hasSize(21);
    }

    @Test
    void queriesAreReorderedFromHalvesToNeighboursAndValuesAreNot() throws IOException {
        var file = written(GgufType.F32);
        var stored = SafetensorsFile.open(folder.resolve("model/model.safetensors"));
        var query = Golden.floats(stored, "model.layers.0.self_attn.q_proj.weight");
        var found = file.floats("blk.0.attn_q.weight");
        // heads of 12: row 1 there is row 6 here, row 2 is row 1, row 12 begins the next head
        assertThat(row(found, 1)).containsExactly(row(query, 6));
        assertThat(row(found, 2)).containsExactly(row(query, 1));
        assertThat(row(found, 13)).containsExactly(row(query, 18));
        assertThat(file.floats("blk.0.attn_v.weight"))
                .containsExactly(Golden.floats(stored, "model.layers.0.self_attn.v_proj.weight"));
    }

    private static float[] row(float[] matrix, int row) {
        return java.util.Arrays.copyOfRange(matrix, row * 48, (row + 1) * 48);
    }

    @Test
    void blocksKeepTheirLargestValueAndRoundHalvesAwayFromZero() {
        var row = new float[64];
        row[0] = 127;
        row[1] = -2.5f;
        row[2] = 0.49f;
        var bytes = ByteBuffer.allocate(68).order(ByteOrder.LITTLE_ENDIAN);
        GgufType.Q8_0.encode(row, bytes);
        assertThat(Float.float16ToFloat(bytes.getShort(0))).isEqualTo(1);
        assertThat(bytes.get(2)).isEqualTo((byte) 127);
        assertThat(bytes.get(3)).isEqualTo((byte) -3);
        assertThat(bytes.get(4)).isEqualTo((byte) 0);
        assertThat(bytes.getShort(34)).isZero();
    }

    @Test
    void rowsThatDoNotFillBlocksAreHalfPrecision() throws IOException {
        // 48 columns are no multiple of 32
        assertThat(written(GgufType.Q8_0).tensors.get("token_embd.weight"))
                .startsWith(48L, 480L, 1L);
    }

    @Test
    void whatLlamaCppWouldComputeOtherwiseIsRefused() {
        assertThatThrownBy(() -> export("gpt2")).hasMessageContaining("gpt2");
        assertThatThrownBy(() -> export("reward-llama")).hasMessageContaining("score");
    }

    /// llama.cpp stops at each of them; the tokenizer's own end is the one that the template
    /// writes.
    @Test
    void everyTokenThatEndsAnAnswerIsNamed() throws IOException {
        var model = TestModel.chat(folder.resolve("model"));
        var config = model.resolve("config.json");
        Files.writeString(
                config,
                Files.readString(config)
                        .replaceFirst("\"eos_token_id\": \\d+", "\"eos_token_id\": [465, 468]"));
        var out = folder.resolve("model.gguf");
        GgufExport.write(model, out, GgufType.F16, RunControl.NONE);
        assertThat(new Parsed(Files.readAllBytes(out)).settings)
                .containsEntry("tokenizer.ggml.eos_token_id", 468L)
                .containsEntry("tokenizer.ggml.eot_token_id", 465L)
                .doesNotContainKey("tokenizer.ggml.eom_token_id");
    }

    private void export(String checkpoint) throws IOException {
        GgufExport.write(
                Golden.folder().resolve("checkpoints").resolve(checkpoint),
                folder.resolve("x.gguf"),
                GgufType.F16,
                RunControl.NONE);
    }

    private Parsed written(GgufType type) throws IOException {
        var model = TestModel.chat(folder.resolve("model"));
        var out = folder.resolve("model.gguf");
        GgufExport.write(model, out, type, RunControl.NONE);
        return new Parsed(Files.readAllBytes(out));
    }

    /// A reader of what the tests need.
    private static final class Parsed {
        final Map<String, Object> settings = new LinkedHashMap<>();

        /// Sizes, type, and place in the data.
        final Map<String, List<Long>> tensors = new LinkedHashMap<>();

        private final ByteBuffer bytes;
        private final int data;

        Parsed(byte[] file) {
            bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(new String(file, 0, 4, UTF_8)).isEqualTo("GGUF");
            assertThat(bytes.getInt(4)).isEqualTo(3);
            bytes.position(8);
            var count = bytes.getLong();
            for (var left = bytes.getLong(); left > 0; left--) {
                settings.put(text(), value(bytes.getInt()));
            }
            for (; count > 0; count--) {
                var name = text();
                var numbers = new java.util.ArrayList<Long>();
                for (var dimensions = bytes.getInt(); dimensions > 0; dimensions--) {
                    numbers.add(bytes.getLong());
                }
                numbers.add((long) bytes.getInt());
                numbers.add(bytes.getLong());
                tensors.put(name, numbers);
            }
            data = (bytes.position() + 31) / 32 * 32;
        }

        private String text() {
            var text = new byte[(int) bytes.getLong()];
            bytes.get(text);
            return new String(text, UTF_8);
        }

        private Object value(int type) {
            return switch (type) {
                case 4, 5 -> (long) bytes.getInt();
                case 6 -> bytes.getFloat();
                case 7 -> bytes.get() == 1;
                case 8 -> text();
                case 9 -> {
                    var element = bytes.getInt();
                    var list = new java.util.ArrayList<Object>();
                    for (var left = bytes.getLong(); left > 0; left--) {
                        list.add(value(element));
                    }
                    yield list;
                }
                default -> throw new RuntimeFailure("test", "type " + type, "");
            };
        }

        float[] floats(String name) {
            var numbers = java.util.Objects.requireNonNull(tensors.get(name));
            assertThat(numbers.get(2)).isZero();
            var values = new float[Math.toIntExact(numbers.get(0) * numbers.get(1))];
            bytes.slice(data + Math.toIntExact(numbers.get(3)), 4 * values.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            return values;
        }
    }
}
