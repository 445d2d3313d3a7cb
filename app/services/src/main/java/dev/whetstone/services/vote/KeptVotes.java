package dev.whetstone.services.vote;

import dev.whetstone.store.content.ContentHash;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The active rules' votes in a file beside the project, so that opening it again counts nothing.
/// Only what the same build counted on the same pairs is believed; anything else is counted anew.
final class KeptVotes {
    private static final Logger LOG = LoggerFactory.getLogger(KeptVotes.class);
    private static final int MAGIC = 0x57564f31;
    private static final long MOST_BYTES = 128L << 20;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Optional<String> build;

    /// @param build of the program that counts; where it is not known, nothing is kept
    KeptVotes(Path file, Optional<String> build) {
        this.file = file;
        this.build = build;
    }

    /// The columns of these pairs by their keys; none where the file is of others, or damaged.
    Map<ContentHash, Column> read(ContentHash pairs, int rows) {
        try {
            if (build.isEmpty() || !Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Map.of();
            }
            CheckedInputStream checked =
                    new CheckedInputStream(
                            new BufferedInputStream(Files.newInputStream(file)), new CRC32());
            try (DataInputStream in = new DataInputStream(checked)) {
                if (in.readInt() != MAGIC
                        || !in.readUTF().equals(build.get())
                        || !ContentHash.ofBytes(in.readNBytes(KEY_BYTES)).equals(pairs)
                        || in.readInt() != rows) {
                    return Map.of();
                }
                Map<ContentHash, Column> found = columns(in, rows);
                long sum = checked.getChecksum().getValue();
                return in.readLong() == sum ? found : Map.of();
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("kept votes cannot be read, they are counted anew: {}", file, e);
            return Map.of();
        }
    }

    private static Map<ContentHash, Column> columns(DataInputStream in, int rows)
            throws IOException {
        int count = in.readInt();
        Map<ContentHash, Column> found = new HashMap<>();
        for (int i = 0; i < count; i++) {
            ContentHash key = ContentHash.ofBytes(in.readNBytes(KEY_BYTES));
            long errors = in.readLong();
            byte[] votes = in.readNBytes(rows);
            if (votes.length < rows) {
                throw new IOException("the file is cut off");
            }
            for (byte vote : votes) {
                if (vote < -1 || vote > 1) {
                    throw new IOException("a vote is -1, 0 or 1, not " + vote);
                }
            }
            found.put(key, new Column(votes, errors));
        }
        return found;
    }

    /// Replaces what is kept. Columns that wait for a detector are left out: they will change.
    synchronized void write(ContentHash pairs, int rows, Map<ContentHash, Column> columns) {
        Map<ContentHash, Column> whole = new HashMap<>(columns);
        whole.values().removeIf(column -> column.waiting() > 0);
        if (build.isEmpty() || (long) whole.size() * (rows + 48L) > MOST_BYTES / 2) {
            return;
        }
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            write(beside, pairs, rows, whole);
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("votes cannot be kept, they are counted again next time: {}", file, e);
        }
    }

    private void write(Path to, ContentHash pairs, int rows, Map<ContentHash, Column> columns)
            throws IOException {
        try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(to))) {
            CheckedOutputStream checked = new CheckedOutputStream(plain, new CRC32());
            DataOutputStream out = new DataOutputStream(checked);
            out.writeInt(MAGIC);
            out.writeUTF(build.orElseThrow());
            out.write(pairs.bytes());
            out.writeInt(rows);
            out.writeInt(columns.size());
            for (Map.Entry<ContentHash, Column> each : columns.entrySet()) {
                out.write(each.getKey().bytes());
                out.writeLong(each.getValue().errors());
                out.write(each.getValue().votes());
            }
            long sum = checked.getChecksum().getValue();
            out.writeLong(sum);
            out.flush();
        }
    }
}
