package dev.whetstone.services.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.failure.ServiceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// JSON and JSON-lines files, with errors that name file and line.
public final class JsonFiles {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(InstantJson.module())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .build();

    private JsonFiles() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static void write(Path file, Object value) {
        WholeFile.write(
                file,
                out -> {
                    out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
                    out.write('\n');
                });
    }

    public static void writeLines(Path file, List<? extends JsonNode> rows) {
        WholeFile.write(
                file,
                out -> {
                    for (JsonNode row : rows) {
                        out.write(MAPPER.writeValueAsString(row));
                        out.write('\n');
                    }
                });
    }

    public static <T> T read(Path file, Class<T> type) {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return MAPPER.readValue(in, type);
        } catch (NoSuchFileException e) {
            throw missing(file, e);
        } catch (JsonProcessingException e) {
            throw new ServiceException("input.json", file + ": " + e.getOriginalMessage(), "", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// A line of a file.
    ///
    /// @param number of the physical line, from 1
    public record Line(int number, ObjectNode values) {}

    /// Reads lines of JSON objects; empty lines are passed over.
    public static List<JsonNode> readLines(Path file) {
        return readNumbered(file).stream().<JsonNode>map(Line::values).toList();
    }

    /// Reads lines of JSON objects with their numbers; empty lines are passed over.
    public static List<Line> readNumbered(Path file) {
        List<Line> rows = new ArrayList<>();
        forEachLine(file, rows::add);
        return rows;
    }

    /// The same one line after the other, for files that are larger than memory.
    public static void forEachLine(Path file, Consumer<Line> reader) {
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                if (!(MAPPER.readTree(line) instanceof ObjectNode row)) {
                    throw badLine(file, number, "not a JSON object");
                }
                reader.accept(new Line(number, row));
            }
        } catch (NoSuchFileException e) {
            throw missing(file, e);
        } catch (JsonProcessingException e) {
            throw badLine(file, number, e.getOriginalMessage());
        } catch (MalformedInputException e) {
            throw badLine(file, number + 1, "not UTF-8");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// An error that names file, line and what is wrong.
    public static ServiceException badLine(Path file, int line, String what) {
        return new ServiceException("input.json", file + " line " + line + ": " + what, "");
    }

    private static ServiceException missing(Path file, IOException e) {
        return new ServiceException(
                "file.missing", file + " does not exist.", "Check the path.", e);
    }

    private static ServiceException unreadable(Path file, IOException e) {
        return new ServiceException(
                "file.io", "Cannot read " + file + ": " + e.getMessage(), "", e);
    }
}
