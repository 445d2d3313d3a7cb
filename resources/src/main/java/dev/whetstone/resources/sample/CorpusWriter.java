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
/// file: no training and no report may see them.
public final class CorpusWriter {
    private static final String COPY_EXERCISE = "Only my reference, nothing else.\n";

    private final ClaimsDesk desk;
    private final JsonMapper json = new JsonMapper();

    public CorpusWriter(ClaimsDesk desk) {
        this.desk = desk;
    }

    /// Lines `{"messages":[{"role":"user","content"},{"role":"assistant","content"}]}`, the same
    /// bytes for the same seed: `n` dialogues, and after each whose message gives a reference a
    /// copying exercise, in which the customer wants nothing but that reference. A small model
    /// learns to copy from many short examples; no other prompt asks for it in these words.
    public void training(Path file, long seed, int n) throws IOException {
        try (Stream<Dialogue> corpus = desk.corpus(seed, n)) {
            write(file, corpus.flatMap(this::lines));
        }
    }

    private Stream<ObjectNode> lines(Dialogue dialogue) {
        String text = dialogue.message().text();
        ObjectNode line = messages(text, dialogue.reply().text());
        String reference = dialogue.message().reference();
        return reference.isEmpty()
                ? Stream.of(line)
                : Stream.of(line, messages(COPY_EXERCISE + text, reference));
    }

    private ObjectNode messages(String user, String assistant) {
        ObjectNode line = json.createObjectNode();
        var messages = line.putArray("messages");
        messages.addObject().put("role", "user").put("content", user);
        messages.addObject().put("role", "assistant").put("content", assistant);
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
