package dev.whetstone.store.project;

import dev.whetstone.store.artefact.FileSync;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Lets one program at a time write to a project. The operating system holds the lock and drops it
/// when the process ends, however it ends; the file's text only says who has it.
final class ProjectLock implements AutoCloseable {
    /// Far behind the text, because a locked stretch cannot be read on Windows.
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int LONGEST_TEXT = 1000;

    private final FileChannel channel;

    private ProjectLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws StoreException LOCKED, naming who has the project open
    static ProjectLock take(Path file, Path project, Instant now) {
        try {
            Files.createDirectories(FileSync.folderOf(file));
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            boolean taken = false;
            try {
                if (!lock(channel)) {
                    throw new StoreException(
                            StoreError.LOCKED,
                            "%s is open in another program (%s); close it there first"
                                    .formatted(project.getFileName(), holder(channel)));
                }
                write(channel, self(now));
                taken = true;
                return new ProjectLock(channel);
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new StoreException(
                    StoreError.IO, "cannot lock " + project + ": " + e.getMessage(), e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String self(Instant now) {
        return "process %d, user %s, since %s"
                .formatted(
                        ProcessHandle.current().pid(),
                        System.getProperty("user.name", "unknown"),
                        now.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_TEXT);
        channel.read(buffer, 0);
        String text = StandardCharsets.UTF_8.decode(buffer.flip()).toString().strip();
        return text.isEmpty() ? "which does not say its name" : text;
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(text), 0);
        channel.force(true);
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new StoreException(StoreError.IO, "cannot unlock the project", e);
        }
    }
}
