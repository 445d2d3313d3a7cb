package dev.whetstone.store.importing.input;

import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// Physical lines of a file as bytes, `\n` or `\r\n` left off, with their numbers.
final class Lines implements AutoCloseable {
    private final InputStream in;
    private final Path path;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int until;
    private long number;
    private boolean tooLong;

    Lines(InputStream in, Path path, ImportLimits limits) {
        this.in = in;
        this.path = path;
        this.longest = limits.lineBytes();
    }

    /// Moves to the next line.
    ///
    /// @return false at the end
    boolean next() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (true) {
            if (from == until && !fill()) {
                number += any ? 1 : 0;
                return any;
            }
            any = true;
            int end = from;
            while (end < until && buffer[end] != '\n') {
                end++;
            }
            keep(end);
            if (end < until) {
                from = end + 1;
                number++;
                return true;
            }
            from = end;
        }
    }

    long number() {
        return number;
    }

    /// Whether the line has more bytes than allowed; the rest of it was dropped.
    boolean isTooLong() {
        return tooLong;
    }

    /// @throws CharacterCodingException when the line is not UTF-8
    String text() throws CharacterCodingException {
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        return decoder.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    }

    /// Reads to the end, to be sure of every line.
    ///
    /// @throws StoreException BAD_INPUT naming the line that is not UTF-8, TOO_LARGE
    void requireUtf8() throws IOException {
        while (next()) {
            if (tooLong) {
                throw new StoreException(
                        StoreError.TOO_LARGE,
                        "%s line %d has more than %d bytes".formatted(path, number, longest));
            }
            try {
                text();
            } catch (CharacterCodingException e) {
                throw new StoreException(
                        StoreError.BAD_INPUT,
                        "%s line %d is not UTF-8; save the file as UTF-8".formatted(path, number),
                        e);
            }
        }
    }

    private void keep(int end) {
        int room = longest - line.size();
        tooLong |= end - from > room;
        line.write(buffer, from, Math.min(end - from, room));
    }

    private boolean fill() throws IOException {
        try {
            from = 0;
            until = Math.max(in.read(buffer), 0);
            return until > 0;
        } catch (ZipException | EOFException e) {
            throw new StoreException(
                    StoreError.BAD_INPUT,
                    "%s is damaged behind line %d: %s".formatted(path, number, e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
