package dev.whetstone.engine.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/// The random numbers of one sample: they depend on the seed, the prompt's id and the sample's
/// number, and on nothing else.
final class SampleRandom {
    private final SplittableRandom random;

    SampleRandom(long seed, String promptId, int sample) {
        random = new SplittableRandom(mix(seed, promptId, sample));
    }

    /// Uniform in [0, 1), a multiple of 2^-24: a product with a sum in fp64 then stays below it.
    double next() {
        return (random.nextInt() >>> 8) * 0x1p-24;
    }

    private static long mix(long seed, String promptId, int sample) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(12).putLong(seed).putInt(sample).array());
            digest.update(promptId.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
