package dev.whetstone.store.project;

import dev.whetstone.store.schema.Schema;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the first 100 bytes of a file say (SQLite file format, section 1.3), read before SQLite
/// itself touches a file that may be anything.
final class ProjectHeader {
    private static final int SIZE = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PAGE_SIZE = 16;
    private static final int CHANGES = 24;
    private static final int PAGES = 28;
    private static final int USER_VERSION = 60;
    private static final int APPLICATION_ID = 68;
    private static final int PAGES_VALID_FOR = 92;

    private ProjectHeader() {}

    /// What the header says of a project file.
    ///
    /// @param version of the format; a log beside the file may hold a newer one
    record Facts(int version) {}

    /// @throws StoreException MISSING, NOT_A_PROJECT or DAMAGED
    static Facts check(Path file) {
        if (!Files.exists(file)) {
            throw new StoreException(StoreError.MISSING, file + " does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw notAProject(file);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = ByteBuffer.allocate(SIZE);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until the header is full or the file ends
            }
            check(file, header.flip(), channel.size());
            return new Facts(header.getInt(USER_VERSION));
        } catch (IOException e) {
            throw new StoreException(
                    StoreError.IO, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void check(Path file, ByteBuffer header, long size) {
        if (header.limit() < SIZE
                || !header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
                || header.getInt(APPLICATION_ID) != Schema.APPLICATION_ID) {
            throw notAProject(file);
        }
        int pageSize =
                header.getShort(PAGE_SIZE) == 1 ? 65536 : header.getShort(PAGE_SIZE) & 0xffff;
        boolean pagesKnown = header.getInt(CHANGES) == header.getInt(PAGES_VALID_FOR);
        long expected = (header.getInt(PAGES) & 0xffff_ffffL) * pageSize;
        boolean logBeside = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        if (pagesKnown && !logBeside && size < expected) {
            throw new StoreException(
                    StoreError.DAMAGED,
                    "%s is cut short: %d bytes of %d".formatted(file, size, expected));
        }
    }

    private static StoreException notAProject(Path file) {
        return new StoreException(StoreError.NOT_A_PROJECT, file + " is not a Whetstone project");
    }
}
