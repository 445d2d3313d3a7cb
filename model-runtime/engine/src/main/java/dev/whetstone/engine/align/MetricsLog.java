package dev.whetstone.engine.align;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.disk.Sync;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// `metrics.jsonl`: a line a step. A run that resumes first drops the lines of steps that its
/// checkpoint has not seen.
final class MetricsLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    MetricsLog(Path file) {
        this.file = file;
    }

    /// Drops what comes after the first `lines` lines. The file is cut where it lies: a kill leaves
    /// it as it was, or cut.
    void keep(long lines) {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(end(lines, channel));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static long end(long lines, FileChannel channel) throws IOException {
        if (lines == 0) {
            return 0;
        }
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long at = 0;
        long seen = 0;
        while (channel.read(buffer.clear()) > 0) {
            for (buffer.flip(); buffer.hasRemaining(); at++) {
                seen += buffer.get() == '\n' ? 1 : 0;
                if (seen == lines) {
                    return at + 1;
                }
            }
        }
        return at;
    }

    void append(Map<String, Double> values) {
        try {
            Files.writeString(
                    file,
                    JSON.writeValueAsString(values) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// A checkpoint must not outlive, in a power cut, the lines of its steps.
    void force() {
        try {
            if (Files.exists(file)) {
                Sync.file(file);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RuntimeFailure failed(IOException e) {
        return new RuntimeFailure(
                "metrics.write", file + ": cannot be written: " + e.getMessage(), "", e);
    }
}
