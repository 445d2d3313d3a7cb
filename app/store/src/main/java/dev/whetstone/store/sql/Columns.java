package dev.whetstone.store.sql;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How values are written into columns: a UUID as 16 bytes, an instant as nanoseconds since 1970.
public final class Columns {
    private static final long NANOS = 1_000_000_000L;

    private Columns() {}

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) throws SQLException {
        if (bytes.length != 16) {
            throw new SQLException("an id has " + bytes.length + " bytes, not 16");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /// @throws StoreException outside the years 1678 to 2261, which 64 bits of nanoseconds hold
    public static long nanos(Instant instant) {
        try {
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
        } catch (ArithmeticException e) {
            throw new StoreException(
                    StoreError.BAD_INPUT, "the time " + instant + " is out of range", e);
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            switch (value) {
                case null -> statement.setNull(i + 1, java.sql.Types.NULL);
                case String text -> statement.setString(i + 1, text);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                case Double number -> statement.setDouble(i + 1, number);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case UUID id -> statement.setBytes(i + 1, bytes(id));
                case Instant instant -> statement.setLong(i + 1, nanos(instant));
                default -> throw new SQLException("cannot bind " + value.getClass());
            }
        }
    }
}
