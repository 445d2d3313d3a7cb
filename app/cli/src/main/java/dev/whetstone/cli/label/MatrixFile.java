package dev.whetstone.cli.label;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.whetstone.services.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A label matrix file: a header of names, values -1, 0, 1, and an optional column `gold`.
///
/// @param gold p(A) of each row, NaN where unknown
record MatrixFile(List<String> rules, int[][] votes, double[] gold) {
    private static final String GOLD = "gold";

    /// The same votes beside the answers of another file: a CSV with a column `gold`, a line a row
    /// of the matrix.
    ///
    /// @throws ServiceException `input.csv` when it has no such column or another number of rows
    MatrixFile withGold(Path file) {
        List<Double> answers = new ArrayList<>();
        List<String> header = new ArrayList<>();
        each(
                file,
                header,
                row -> {
                    int place = header.indexOf(GOLD);
                    if (place < 0) {
                        throw bad(file, row, "no column is called " + GOLD);
                    }
                    int value = value(file, row, GOLD, row.getField(place).strip());
                    answers.add(value < 0 ? Double.NaN : value);
                });
        if (answers.size() != votes.length) {
            throw new ServiceException(
                    "input.csv",
                    file + " has " + answers.size() + " rows, the matrix " + votes.length + ".",
                    "Give one line for each row of the matrix, in its order.");
        }
        return new MatrixFile(
                rules, votes, answers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static MatrixFile read(Path file) {
        List<String> header = new ArrayList<>();
        List<int[]> votes = new ArrayList<>();
        List<Double> gold = new ArrayList<>();
        each(file, header, row -> addRow(file, row, header, votes, gold));
        List<String> rules = header.stream().filter(name -> !name.equals(GOLD)).toList();
        return new MatrixFile(
                rules,
                votes.toArray(int[][]::new),
                gold.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// @param header filled with the first line's fields
    /// @param reader of every other line, which has as many fields
    private static void each(Path file, List<String> header, Consumer<CsvRecord> reader) {
        if (!Files.isRegularFile(file)) {
            throw new ServiceException(
                    "file.missing", file + " does not exist.", "Check the path.");
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : csv) {
                if (header.isEmpty()) {
                    header.addAll(row.getFields());
                    continue;
                }
                if (row.getFieldCount() != header.size()) {
                    throw bad(
                            file,
                            row,
                            row.getFieldCount() + " fields for " + header.size() + " columns");
                }
                reader.accept(row);
            }
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot read " + file + ": " + e.getMessage(), "", e);
        }
    }

    private static void addRow(
            Path file, CsvRecord row, List<String> header, List<int[]> votes, List<Double> gold) {
        int[] values = new int[header.size() - (header.contains(GOLD) ? 1 : 0)];
        double known = Double.NaN;
        int at = 0;
        for (int c = 0; c < header.size(); c++) {
            String cell = row.getField(c).strip();
            int value = value(file, row, header.get(c), cell);
            if (header.get(c).equals(GOLD)) {
                known = value < 0 ? Double.NaN : value;
            } else {
                values[at++] = value;
            }
        }
        votes.add(values);
        gold.add(known);
    }

    private static int value(Path file, CsvRecord row, String column, String cell) {
        return switch (cell) {
            case "-1" -> -1;
            case "0" -> 0;
            case "1" -> 1;
            case "" -> {
                if (column.equals(GOLD)) {
                    yield -1;
                }
                throw bad(file, row, column + " is empty");
            }
            default -> throw bad(file, row, column + " is \"" + cell + "\", not -1, 0 or 1");
        };
    }

    private static ServiceException bad(Path file, CsvRecord row, String what) {
        return new ServiceException(
                "input.csv", file + " line " + row.getStartingLineNumber() + ": " + what, "");
    }
}
