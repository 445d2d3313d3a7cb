package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.label.LabelMatrix;
import java.util.List;
import java.util.stream.IntStream;

/// A label matrix of the recorded results: rows as strings, `.` abstains, a digit is a vote.
record RecordedMatrix(String name, LabelMatrix votes, int[] gold) {
    static RecordedMatrix read(String name, JsonNode node) {
        int k = node.path("k").intValue();
        int[][] rows =
                node.path("L")
                        .valueStream()
                        .map(row -> classes(row.textValue()))
                        .toArray(int[][]::new);
        List<String> rules =
                IntStream.range(0, rows[0].length).mapToObj(j -> "lf_%02d".formatted(j)).toList();
        return new RecordedMatrix(
                name, LabelMatrix.of(rules, k, rows), classes(node.path("Y").textValue()));
    }

    static int[] classes(String text) {
        return text.chars().map(c -> c == '.' ? LabelMatrix.ABSTAIN : c - '0').toArray();
    }

    static String text(int[] classes) {
        StringBuilder text = new StringBuilder();
        for (int c : classes) {
            text.append(c < 0 ? '.' : (char) ('0' + c));
        }
        return text.toString();
    }
}
