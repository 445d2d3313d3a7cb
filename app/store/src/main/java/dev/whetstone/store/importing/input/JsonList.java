package dev.whetstone.store.importing.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A JSON list of objects, read one at a time.
final class JsonList implements RowSource {
    private final ObjectMapper json;
    private final JsonParser parser;
    private final int columns;
    private boolean ended;

    JsonList(InputStream in, ImportLimits limits) throws IOException {
        this.json = RowJson.mapper(limits);
        this.columns = limits.columns();
        this.parser = json.createParser(in);
        this.parser.nextToken();
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                ended = true;
                return parser.nextToken() == null ? Optional.empty() : broken(Reason.JSON);
            }
            if (token == null) {
                ended = true;
                return broken(Reason.JSON);
            }
            return Optional.of(row(parser.currentTokenLocation().getLineNr()));
        } catch (JsonProcessingException e) {
            // Nothing behind a syntax error can be trusted to be what it seems.
            ended = true;
            return broken(Reason.JSON);
        }
    }

    private RawRow row(long line) throws IOException {
        JsonNode node = json.readTree(parser);
        if (!(node instanceof ObjectNode object)) {
            return RawRow.Broken.unread(line, Reason.TYPE);
        }
        return object.size() > columns
                ? RawRow.Broken.unread(line, Reason.COLUMNS)
                : new RawRow.Values(line, object);
    }

    private Optional<RawRow> broken(Reason reason) {
        return Optional.of(RawRow.Broken.unread(parser.currentLocation().getLineNr(), reason));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
