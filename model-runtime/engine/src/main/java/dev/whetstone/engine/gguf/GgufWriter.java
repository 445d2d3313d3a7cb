package dev.whetstone.engine.gguf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.disk.Sync;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/// Writes a file: header, settings, the tensors' descriptions, and their data, each at a multiple
/// of 32 bytes.
final class GgufWriter {
    private static final int VERSION = 3;
    private static final int ALIGNMENT = 32;
    private static final int PIECE = 1 << 20;

    private GgufWriter() {}

    /// Writes beside `file`, forces it to the disk, and renames.
    static void write(
            Path file, GgufMetadata metadata, List<GgufTensor> tensors, RunControl control)
            throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try (var channel =
                FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            put(channel, ByteBuffer.wrap(head(metadata, tensors)));
            pad(channel);
            var done = 0;
            for (var tensor : tensors) {
                control.throwIfEnded();
                data(channel, tensor);
                pad(channel);
                control.progress("gguf", ++done, tensors.size(), Map.of());
            }
            channel.force(true);
        }
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Sync.namesAround(file);
    }

    private static byte[] head(GgufMetadata metadata, List<GgufTensor> tensors) {
        var head = new ByteArrayOutputStream();
        head.writeBytes("GGUF".getBytes(US_ASCII));
        head.writeBytes(GgufMetadata.ints(VERSION));
        head.writeBytes(GgufMetadata.longs(tensors.size()));
        head.writeBytes(GgufMetadata.longs(metadata.count()));
        head.writeBytes(metadata.bytes());
        var offset = 0L;
        for (var tensor : tensors) {
            head.writeBytes(GgufMetadata.string(tensor.name()));
            // the innermost dimension comes first
            var vector = tensor.rows() == GgufTensor.VECTOR;
            head.writeBytes(GgufMetadata.ints(vector ? 1 : 2));
            head.writeBytes(GgufMetadata.longs(tensor.columns()));
            if (!vector) {
                head.writeBytes(GgufMetadata.longs(tensor.rows()));
            }
            head.writeBytes(GgufMetadata.ints(tensor.type().code()));
            head.writeBytes(GgufMetadata.longs(offset));
            offset += aligned(tensor.bytes());
        }
        return head.toByteArray();
    }

    private static void data(FileChannel channel, GgufTensor tensor) throws IOException {
        var rowBytes = Math.toIntExact(tensor.type().bytes(tensor.columns()));
        var buffer = ByteBuffer.allocate(Math.max(rowBytes, PIECE)).order(ByteOrder.LITTLE_ENDIAN);
        for (var row = 0; row < tensor.count(); row++) {
            if (buffer.remaining() < rowBytes) {
                put(channel, buffer.flip());
                buffer.clear();
            }
            tensor.type().encode(tensor.row().apply(row), buffer);
        }
        put(channel, buffer.flip());
    }

    private static void pad(FileChannel channel) throws IOException {
        var position = channel.position();
        put(channel, ByteBuffer.allocate((int) (aligned(position) - position)));
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static void put(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
