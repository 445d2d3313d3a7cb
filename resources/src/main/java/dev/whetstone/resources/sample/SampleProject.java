package dev.whetstone.resources.sample;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.resources.sample.world.CustomerMessage;
import dev.whetstone.resources.sample.world.Split;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The sample project's files, in the shapes that a user's own files have.
public final class SampleProject {
    /// Prompts of the loop split whose responses are judged or stand in the pool; iterations take
    /// their prompts after these.
    public static final int POOL_PROMPTS = 400;

    private SampleProject() {}

    /// The expert's judgements: a judgements file (JSON lines) over responses of the starter
    /// policy.
    ///
    /// @throws IOException when this build holds none
    public static InputStream judgements() throws IOException {
        return open("judgements.jsonl");
    }

    /// Responses of the starter policy to prompts of the loop split, for rules to vote on:
    /// JSON lines `{"id","prompt","responses":[..,..]}`.
    ///
    /// @throws IOException when this build holds none
    public static InputStream pool() throws IOException {
        return open("pool.jsonl");
    }

    /// The house's own words as a rules file with `@concept` lines only: what its claim
    /// references look like. They replace the general concept of that name.
    ///
    /// @throws IOException when this build holds none
    public static InputStream concepts() throws IOException {
        return open("concepts.txt");
    }

    /// Prompts `first` to `first + count - 1` of a split, counted from 0: JSON lines
    /// `{"id","prompt"}`. The n-th prompt of a split is always the same one.
    public static InputStream prompts(Split split, int first, int count) {
        List<CustomerMessage> prompts = ClaimsDesk.load().prompts(split, first + count);
        JsonMapper json = new JsonMapper();
        StringBuilder lines = new StringBuilder();
        for (int i = first; i < prompts.size(); i++) {
            String id = id(split, i);
            try {
                lines.append(
                        json.writeValueAsString(
                                json.createObjectNode()
                                        .put("id", id)
                                        .put("prompt", prompts.get(i).text())));
            } catch (IOException e) {
                throw new UncheckedIOException("a prompt could not be written as JSON", e);
            }
            lines.append('\n');
        }
        return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Prompts for the loop's iterations: never judged, never in the pool.
    public static InputStream loopPrompts(int first, int count) {
        return prompts(Split.LOOP, POOL_PROMPTS + first, count);
    }

    private static String id(Split split, int index) {
        return "%s-%04d".formatted(split.name().toLowerCase(Locale.ROOT), index + 1);
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = SampleProject.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("this build of the program holds no sample file " + name);
        }
        return in;
    }
}
