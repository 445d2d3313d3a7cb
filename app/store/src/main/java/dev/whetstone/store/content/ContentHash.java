package dev.whetstone.store.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// A SHA-256 of contents, as 64 lower-case hexadecimal digits. Each part is preceded by its length
/// in bytes, so that no two lists of parts run into the same hash.
public record ContentHash(String hex) {
    public ContentHash {
        boolean digits = hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        if (hex.length() != 64 || !digits) {
            throw new IllegalArgumentException("not a SHA-256: \"" + hex + "\"");
        }
    }

    public static ContentHash of(String... parts) {
        Builder builder = builder();
        for (String part : parts) {
            builder.add(part);
        }
        return builder.build();
    }

    /// The plain SHA-256 of a text's UTF-8 bytes, as other tools compute it.
    public static ContentHash sha256(String text) {
        return ofBytes(Builder.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static ContentHash ofBytes(byte[] hash) {
        return new ContentHash(HexFormat.of().formatHex(hash));
    }

    public static Builder builder() {
        return new Builder();
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /// An identifier made of the hash's first bytes (UUID version 8, RFC 9562 section 5.8), so that
    /// the same content has the same id in every project.
    public UUID id() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes());
        long high = (buffer.getLong() & ~0xF000L) | 0x8000L;
        long low = (buffer.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    @Override
    public String toString() {
        return hex;
    }

    /// Collects the parts of a hash.
    public static final class Builder {
        private final MessageDigest digest;

        private Builder() {
            digest = sha256();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        public Builder add(String part) {
            return add(part.getBytes(StandardCharsets.UTF_8));
        }

        public Builder add(UUID id) {
            digest.update(ByteBuffer.allocate(8).putLong(16).flip());
            digest.update(
                    ByteBuffer.allocate(16)
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits())
                            .flip());
            return this;
        }

        public Builder add(ContentHash hash) {
            return add(hash.bytes());
        }

        public Builder add(byte[] part) {
            digest.update(ByteBuffer.allocate(8).putLong(part.length).flip());
            digest.update(part);
            return this;
        }

        public ContentHash build() {
            return ofBytes(digest.digest());
        }
    }
}
