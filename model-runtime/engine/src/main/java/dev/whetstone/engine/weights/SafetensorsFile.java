package dev.whetstone.engine.weights;

import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

/// A safetensors file whose header was read and checked; its data is mapped on request.
public final class SafetensorsFile {
    private final Path file;
    private final long dataStart;
    private final SafetensorsHeader.Parsed header;

    private SafetensorsFile(Path file, long dataStart, SafetensorsHeader.Parsed header) {
        this.file = file;
        this.dataStart = dataStart;
        this.header = header;
    }

    /// Reads the header alone.
    ///
    /// @throws RuntimeFailure `weights.header` for a damaged or hostile file, `weights.read`
    ///     where it cannot be read
    public static SafetensorsFile open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer start = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            readFully(channel, start, 0);
            long length = start.hasRemaining() ? -1 : start.flip().getLong();
            if (length < 2 || length > SafetensorsHeader.LARGEST || length > size - 8) {
                throw new RuntimeFailure(
                        "weights.header",
                        file + ": no safetensors header (its length would be " + length + ")",
                        "download or copy the file again");
            }
            ByteBuffer text = ByteBuffer.allocate((int) length);
            readFully(channel, text, 8);
            return new SafetensorsFile(
                    file,
                    8 + length,
                    SafetensorsHeader.parse(file, text.array(), size - 8 - length));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    public Path file() {
        return file;
    }

    /// Names in the order of the data.
    public Set<String> names() {
        return header.tensors().keySet();
    }

    public Map<String, TensorInfo> tensors() {
        return header.tensors();
    }

    public Map<String, String> metadata() {
        return header.metadata();
    }

    /// Bytes of one tensor, mapped until the arena closes.
    ///
    /// @throws RuntimeFailure `weights.missing` where the file has no such tensor
    public MemorySegment map(String name, Arena arena) {
        TensorInfo info = header.tensors().get(name);
        if (info == null) {
            throw new RuntimeFailure(
                    "weights.missing", file + ": there is no tensor '" + name + "'", "");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < dataStart + info.end()) {
                throw new RuntimeFailure(
                        "weights.read", file + ": the file became shorter while it was read", "");
            }
            return channel.map(
                    FileChannel.MapMode.READ_ONLY, dataStart + info.begin(), info.bytes(), arena);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void readFully(FileChannel channel, ByteBuffer into, long position)
            throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                return;
            }
            at += read;
        }
    }

    private static RuntimeFailure unreadable(Path file, IOException e) {
        return new RuntimeFailure(
                "weights.read", file + ": cannot be read: " + e.getMessage(), "", e);
    }
}
