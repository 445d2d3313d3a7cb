package dev.whetstone.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bytes were written by safetensors 0.8.0 from numpy arrays: b = F32 [[1,2],[3,4]],
/// a = I64 [1,2,3], c = F16 [.5,-1,2], metadata {"format":"pt"}.
class SafetensorsWriterTest {
    static final String RECORDED =
            "c8000000000000007b225f5f6d657461646174615f5f223a7b22666f726d6174223a227074227d2c226122"
                    + "3a7b226474797065223a22493634222c227368617065223a5b335d2c22646174615f6f666673657473"
                    + "223a5b302c32345d7d2c2262223a7b226474797065223a22463332222c227368617065223a5b322c32"
                    + "5d2c22646174615f6f666673657473223a5b32342c34305d7d2c2263223a7b226474797065223a2246"
                    + "3136222c227368617065223a5b335d2c22646174615f6f666673657473223a5b34302c34365d7d7d20"
                    + "200100000000000000020000000000000003000000000000000000803f000000400000404000008040"
                    + "003800bc0040";

    @TempDir Path folder;

    @Test
    void writesTheReferenceWritersBytes() throws IOException {
        Path file = folder.resolve("f.safetensors");
        SafetensorsWriter.write(
                file,
                Map.of("format", "pt"),
                List.of(
                        tensor(
                                "b",
                                StoredType.F32,
                                List.of(2L, 2L),
                                "0000803f000000400000404000008040"),
                        tensor("c", StoredType.F16, List.of(3L), "003800bc0040"),
                        tensor(
                                "a",
                                StoredType.I64,
                                List.of(3L),
                                "010000000000000002000000000000000300000000000000")));
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file))).isEqualTo(RECORDED);
        assertThat(folder.toFile().list()).containsExactly("f.safetensors");
    }

    static StoredTensor tensor(String name, StoredType type, List<Long> shape, String hex) {
        return new StoredTensor() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public StoredType type() {
                return type;
            }

            @Override
            public List<Long> shape() {
                return shape;
            }

            @Override
            public void writeTo(WritableByteChannel channel) throws IOException {
                channel.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
            }
        };
    }
}
