package dev.whetstone.engine.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.disk.Sync;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that is written beside its place and put there whole.
final class OutputFile implements AutoCloseable {
    private final Path target;
    private final Path partial;
    private final FileChannel channel;

    private OutputFile(Path target, Path partial, FileChannel channel) {
        this.target = target;
        this.partial = partial;
        this.channel = channel;
    }

    static Path partialOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /// Begins anew.
    static OutputFile create(Path target) throws IOException {
        return open(target, 0);
    }

    /// Goes on after the first `keep` bytes of what an earlier run left.
    static OutputFile open(Path target, long keep) throws IOException {
        var folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var partial = partialOf(target);
        var channel =
                FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(keep);
        channel.position(keep);
        return new OutputFile(target, partial, channel);
    }

    void line(JsonNode value) throws IOException {
        var bytes = ByteBuffer.wrap((value + "\n").getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void bytes(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// What was written survives a power cut from here on.
    void force() throws IOException {
        channel.force(true);
    }

    /// Puts the finished file in its place.
    void finish() throws IOException {
        force();
        channel.close();
        Files.move(
                partial,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        Sync.namesAround(target);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
