package dev.whetstone.engine.control;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a failure says that memory ran out. libtorch tells a failed allocation only by the text
/// of its message.
public final class MemoryShortage {
    private static final List<String> WORDS =
            List.of(
                    "can't allocate memory",
                    "out of memory",
                    "defaultcpuallocator",
                    "bad_alloc",
                    "cublas_status_alloc_failed",
                    "cudnn_status_alloc_failed");

    private MemoryShortage() {}

    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError || saysSo(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    /// The line of a message that says so, without what libtorch says around it.
    public static String line(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (saysSo(message)) {
                return String.valueOf(message)
                        .lines()
                        .filter(MemoryShortage::saysSo)
                        .findFirst()
                        .orElse("");
            }
        }
        return failure.getClass().getSimpleName();
    }

    private static boolean saysSo(@Nullable String message) {
        if (message == null) {
            return false;
        }
        String lower = message.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains);
    }
}
