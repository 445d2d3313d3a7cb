package dev.whetstone.engine.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// The only writer to the app. A line is written whole.
final class ReplyWriter {
    private final OutputStream out;

    ReplyWriter(OutputStream out) {
        this.out = out;
    }

    synchronized void write(Reply reply) {
        try {
            out.write((Wire.line(reply) + "\n").getBytes(UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the app no longer listens", e);
        }
    }
}
