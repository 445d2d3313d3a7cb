package dev.whetstone.resources.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.resources.sample.world.Dialogue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/// Writes the world as JSON lines that the worker's jobs read. True attributes stay out of every
/// file:
/// no training and no report may see them.
public final class CorpusWriter {
    private final ClaimsDesk desk;
    private final JsonMapper json = new JsonMapper();

    public CorpusWriter(ClaimsDesk desk) {
        this.desk = desk;
    }

    /// `n` lines `{"messages":[{"role":"user","content"},{"role":"assistant","content"}]}`, the
    /// same
    /// bytes for the same seed.
    public void training(Path file, long seed, int n) throws IOException {
        try (Stream<Dialogue> corpus = desk.corpus(seed, n)) {
            write(file, corpus.map(this::messages));
        }
    }

    private ObjectNode messages(Dialogue dialogue) {
        ObjectNode line = json.createObjectNode();
        var messages = line.putArray("messages");
        messages.addObject().put("role", "user").put("content", dialogue.message().text());
        messages.addObject().put("role", "assistant").put("content", dialogue.reply().text());
        return line;
    }

    private void write(Path file, Stream<ObjectNode> lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Iterator<ObjectNode> i = lines.iterator(); i.hasNext(); ) {
                out.write(string(i.next()));
                out.write('\n');
            }
        }
    }

    private String string(ObjectNode line) throws JsonProcessingException {
        return json.writeValueAsString(line);
    }
}
