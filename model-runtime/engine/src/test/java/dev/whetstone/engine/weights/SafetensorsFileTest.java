package dev.whetstone.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {
    @TempDir Path folder;

    @Test
    void readsWhatTheReferenceWriterWrote() throws IOException {
        SafetensorsFile file = open(HexFormat.of().parseHex(SafetensorsWriterTest.RECORDED));
        assertThat(file.names()).containsExactly("a", "b", "c");
        assertThat(file.metadata()).containsEntry("format", "pt");
        assertThat(file.tensors().get("b"))
                .isEqualTo(new TensorInfo("b", StoredType.F32, List.of(2L, 2L), 24, 40));
        try (Arena arena = Arena.ofConfined()) {
            assertThat(file.map("b", arena).toArray(ValueLayout.JAVA_FLOAT_UNALIGNED))
                    .containsExactly(1, 2, 3, 4);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | no JSON object",
                "{\"a\": | not valid JSON",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | Duplicate",
                "{\"a\":{\"dtype\":\"Q4\",\"shape\":[2],\"data_offsets\":[0,8]}} | unknown dtype 'Q4'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | need 12",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | not a count",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,8],\"data_offsets\":[0,8]}}"
                        + " | larger than any memory",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | hole or an overlap",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | the file has 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}} | truncated",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | need 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}} | data_offsets",
                "{\"a\":3} | unknown dtype",
                "{\"__metadata__\":{\"x\":1}} | no string"
            })
    void refusesADamagedHeader(String header, String message) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        assertThatThrownBy(() -> open(bytes.array()))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("f.safetensors")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1", "100000001", "9223372036854775807", "50"})
    void refusesAHeaderLengthThatCannotBe(long length) {
        byte[] bytes =
                ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
        assertThatThrownBy(() -> open(bytes)).hasMessageContaining("no safetensors header");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> open(new byte[0])).hasMessageContaining("no safetensors header");
    }

    private SafetensorsFile open(byte[] bytes) throws IOException {
        Path file = folder.resolve("f.safetensors");
        Files.write(file, bytes);
        return SafetensorsFile.open(file);
    }
}
