package dev.whetstone.store.importing.input;

import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Opens a file of rows: unpacks gzip, skips a byte order mark, and tells JSON lines, a JSON list
/// and CSV apart by their first character; a file whose name says JSON lines is none of the others
/// though its first line be broken.
public final class RowFile {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final ImportLimits limits;

    public RowFile(Path path, ImportLimits limits) {
        this.path = path;
        this.limits = limits;
    }

    /// @throws StoreException MISSING, BAD_INPUT, TOO_LARGE
    public RowSource open() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new StoreException(StoreError.MISSING, path + " is not a file");
        }
        InputStream in = stream();
        boolean opened = false;
        try {
            RowSource source = source(in);
            opened = true;
            return source;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    private RowSource source(InputStream in) throws IOException {
        return switch (firstCharacter(in)) {
            case '{' -> new JsonLines(new Lines(in, path, limits), limits);
            case '[' -> new JsonList(utf8Checked(in), limits);
            case -1 -> throw new StoreException(StoreError.BAD_INPUT, path + " holds no rows");
            default ->
                    isNamedJsonLines()
                            ? new JsonLines(new Lines(in, path, limits), limits)
                            : new CsvRows(utf8Checked(in), path, limits);
        };
    }

    private boolean isNamedJsonLines() {
        String name = path.toString();
        return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
    }

    private InputStream stream() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        InputStream unpacked = gzip ? new GZIPInputStream(raw, BUFFER) : raw;
        InputStream in = new BufferedInputStream(new LimitedStream(unpacked, path, limits), BUFFER);
        skipByteOrderMark(in);
        return in;
    }

    private void skipByteOrderMark(InputStream in) throws IOException {
        in.mark(3);
        int first = in.read();
        int second = in.read();
        if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
            throw new StoreException(StoreError.BAD_INPUT, path + " is UTF-16; save it as UTF-8");
        }
        if (first != 0xef || second != 0xbb || in.read() != 0xbf) {
            in.reset();
        }
    }

    private static int firstCharacter(InputStream in) throws IOException {
        in.mark(BUFFER);
        int character = in.read();
        while (character >= 0 && character <= ' ') {
            character = in.read();
        }
        in.reset();
        return character;
    }

    /// CSV and JSON lists cannot be taken up again behind a bad byte, so they are checked first.
    private InputStream utf8Checked(InputStream opened) throws IOException {
        try (Lines lines = new Lines(stream(), path, limits)) {
            lines.requireUtf8();
        }
        return opened;
    }
}
