package dev.whetstone.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Columns aligned with spaces; numbers to the right.
public final class Table {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        this.header = List.of(header);
    }

    /// @throws IllegalArgumentException when the number of cells is not the header's
    public Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + header.size() + " columns");
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    public List<String> lines() {
        int[] widths = new int[header.size()];
        boolean[] right = new boolean[header.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = header.get(c).length();
            boolean numbers = !rows.isEmpty();
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], row.get(c).length());
                numbers &= isNumber(row.get(c));
            }
            right[c] = numbers;
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths, right));
        rows.forEach(row -> lines.add(line(row, widths, right)));
        return lines;
    }

    private static boolean isNumber(String cell) {
        return cell.equals("-")
                || cell.chars().allMatch(ch -> ch >= '0' && ch <= '9' || ".-+%,".indexOf(ch) >= 0);
    }

    private static String line(List<String> cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = cells.get(c);
            String gap = " ".repeat(widths[c] - cell.length());
            line.append(c == 0 ? "" : "  ").append(right[c] ? gap + cell : cell + gap);
        }
        return line.toString().stripTrailing();
    }

    /// Three digits behind the point, `-` for a number that was not measured.
    public static String decimal(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
    }

    /// Percent with one digit, `-` for a number that was not measured.
    public static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", 100 * share) : "-";
    }
}
