package dev.whetstone.store.importing.input;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// CSV with a header; comma, semicolon or tab, whichever the header has most of. Cells are texts.
final class CsvRows implements RowSource {
    private static final int LONGEST_HEADER = 1 << 15;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final Path path;
    private final List<String> names;

    CsvRows(InputStream in, Path path, ImportLimits limits) throws IOException {
        this.path = path;
        BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(in, StandardCharsets.UTF_8), 2 * LONGEST_HEADER);
        this.reader =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .maxBufferSize(limits.lineBytes())
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text);
        this.records = reader.iterator();
        this.names = header(limits);
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER];
        int length = Math.max(text.read(start, 0, LONGEST_HEADER - 1), 0);
        text.reset();
        String header = new String(start, 0, length).lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private List<String> header(ImportLimits limits) {
        try {
            if (!records.hasNext()) {
                throw new StoreException(StoreError.BAD_INPUT, path + " holds no rows");
            }
            List<String> header = records.next().getFields().stream().map(String::strip).toList();
            if (header.size() > limits.columns()) {
                throw new StoreException(
                        StoreError.TOO_LARGE, "%s has %d columns".formatted(path, header.size()));
            }
            if (new HashSet<>(header).size() != header.size()) {
                throw new StoreException(
                        StoreError.BAD_INPUT, path + " line 1 names a column twice");
            }
            return header;
        } catch (CsvParseException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<RawRow> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            long line = record.getStartingLineNumber();
            if (record.getFieldCount() != names.size()) {
                return Optional.of(RawRow.Broken.unread(line, Reason.COLUMNS));
            }
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), record.getField(i));
            }
            return Optional.of(new RawRow.Values(line, values));
        } catch (CsvParseException e) {
            throw unreadable(e);
        }
    }

    private StoreException unreadable(CsvParseException e) {
        return new StoreException(
                StoreError.BAD_INPUT,
                "%s is not readable CSV: %s".formatted(path, e.getMessage()),
                e);
    }

    @Override
    public void close() throws IOException {
        records.close();
        reader.close();
    }
}
