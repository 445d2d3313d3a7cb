package dev.whetstone.store.importing.input;

import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Ends a file that unpacks to more than the limit.
final class LimitedStream extends FilterInputStream {
    private final Path path;
    private final long limit;
    private long read;

    LimitedStream(InputStream in, Path path, ImportLimits limits) {
        super(in);
        this.path = path;
        this.limit = limits.fileBytes();
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw new StoreException(
                    StoreError.TOO_LARGE, "%s is larger than %d bytes".formatted(path, limit));
        }
    }
}
