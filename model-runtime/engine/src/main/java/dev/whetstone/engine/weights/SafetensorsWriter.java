package dev.whetstone.engine.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.disk.Sync;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Writes safetensors files byte for byte as the reference writer does: widest type first, then by
/// name, the header padded with blanks to a multiple of 8.
public final class SafetensorsWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SafetensorsWriter() {}

    /// Writes beside `file`, forces it to the disk, and renames.
    ///
    /// @param metadata strings for `__metadata__`; none is written when empty
    public static void write(
            Path file, Map<String, String> metadata, List<? extends StoredTensor> tensors)
            throws IOException {
        List<? extends StoredTensor> ordered =
                tensors.stream()
                        .sorted(
                                Comparator.<StoredTensor>comparingInt(t -> -t.type().ordinal())
                                        .thenComparing(StoredTensor::name))
                        .toList();
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel =
                FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] header = header(metadata, ordered);
            ByteBuffer start =
                    ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
            start.putLong(header.length).put(header).flip();
            while (start.hasRemaining()) {
                channel.write(start);
            }
            for (StoredTensor tensor : ordered) {
                long before = channel.position();
                tensor.writeTo(channel);
                if (channel.position() - before != bytes(tensor)) {
                    throw new IOException(
                            "tensor " + tensor.name() + " wrote a wrong number of bytes");
                }
            }
            channel.force(true);
        }
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Sync.namesAround(file);
    }

    private static byte[] header(Map<String, String> metadata, List<? extends StoredTensor> all)
            throws IOException {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode node = root.putObject("__metadata__");
            metadata.forEach(node::put);
        }
        long next = 0;
        for (StoredTensor tensor : all) {
            ObjectNode node = root.putObject(tensor.name());
            node.put("dtype", tensor.type().name());
            ArrayNode shape = node.putArray("shape");
            tensor.shape().forEach(shape::add);
            ArrayNode offsets = node.putArray("data_offsets");
            offsets.add(next);
            next += bytes(tensor);
            offsets.add(next);
        }
        String text = JSON.writeValueAsString(root);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return (text + " ".repeat(Math.floorMod(-length, 8))).getBytes(StandardCharsets.UTF_8);
    }

    private static long bytes(StoredTensor tensor) {
        return tensor.shape().stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact)
                * tensor.type().bytes();
    }
}
