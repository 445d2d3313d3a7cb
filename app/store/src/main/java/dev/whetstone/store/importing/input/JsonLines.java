package dev.whetstone.store.importing.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/// One JSON object a line; blank lines do not count.
final class JsonLines implements RowSource {
    private final Lines lines;
    private final ObjectMapper json;
    private final ObjectReader whole;
    private final int columns;

    JsonLines(Lines lines, ImportLimits limits) {
        this.lines = lines;
        this.json = RowJson.mapper(limits);
        this.whole = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.columns = limits.columns();
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        while (lines.next()) {
            if (lines.isTooLong()) {
                return broken(Reason.VALUE);
            }
            String text;
            try {
                text = lines.text();
            } catch (CharacterCodingException e) {
                return broken(Reason.JSON);
            }
            if (!text.isBlank()) {
                return Optional.of(row(text));
            }
        }
        return Optional.empty();
    }

    private RawRow row(String text) {
        try {
            JsonNode node = whole.readTree(text);
            if (!(node instanceof ObjectNode object)) {
                return RawRow.Broken.unread(lines.number(), Reason.TYPE);
            }
            return object.size() > columns
                    ? RawRow.Broken.unread(lines.number(), Reason.COLUMNS)
                    : new RawRow.Values(lines.number(), object);
        } catch (JsonProcessingException e) {
            return new RawRow.Broken(lines.number(), Reason.JSON, begun(text));
        }
    }

    /// The whole values that a broken line begins with.
    private ObjectNode begun(String text) {
        ObjectNode values = json.createObjectNode();
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME && values.size() < columns) {
                    String name = parser.currentName();
                    parser.nextToken();
                    JsonNode value = parser.readValueAsTree();
                    values.set(name, value);
                }
            }
            return values;
        } catch (IOException e) {
            // the line is reported as broken already; this is as far as it can be read
            return values;
        }
    }

    private Optional<RawRow> broken(Reason reason) {
        return Optional.of(RawRow.Broken.unread(lines.number(), reason));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
