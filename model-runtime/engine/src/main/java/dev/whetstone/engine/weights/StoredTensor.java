package dev.whetstone.engine.weights;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/// A tensor to be written: what it is, and where its bytes come from.
public interface StoredTensor {
    String name();

    StoredType type();

    List<Long> shape();

    /// Writes exactly shape x type bytes, little-endian, row-major.
    void writeTo(WritableByteChannel channel) throws IOException;
}
