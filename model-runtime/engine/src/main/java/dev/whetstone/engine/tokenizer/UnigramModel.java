package dev.whetstone.engine.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whetstone.engine.control.RuntimeFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The unigram language model of SentencePiece (Kudo 2018) as in Hugging Face tokenizers: of all
/// ways to cut a piece into entries the most probable; characters that no entry covers cost
/// [#UNKNOWN_PENALTY] more than the rarest entry, and neighbours of them become one token.
final class UnigramModel implements SubwordModel {
    private static final double UNKNOWN_PENALTY = 10;

    /// @param text of the entry
    /// @param score natural logarithm of its probability
    record Entry(String text, double score) {}

    private final EntryTree tree;
    private final double[] scores;
    private final Map<String, Integer> ids;
    private final OptionalInt unknown;
    private final double unknownScore;
    private final ByteSpelling bytes;

    /// @param entries in the order of their ids
    /// @param unknown id for what the entries do not cover
    UnigramModel(
            List<Entry> entries,
            Map<String, Integer> ids,
            OptionalInt unknown,
            ByteSpelling bytes) {
        this.ids = ids;
        this.unknown = unknown;
        this.bytes = bytes;
        scores = entries.stream().mapToDouble(Entry::score).toArray();
        unknownScore = Arrays.stream(scores).min().orElse(0) - UNKNOWN_PENALTY;
        tree = EntryTree.of(ids);
    }

    @Override
    public void encode(AlignedText piece, EncodingBuilder tokens) {
        if (piece.isEmpty()) {
            return;
        }
        var path = new Path(piece.length());
        for (var from = 0; from < piece.length(); from++) {
            var single = false;
            var node = EntryTree.ROOT;
            for (var to = from + 1; to <= piece.length(); to++) {
                node = tree.next(node, piece.codePoint(to - 1));
                if (node < 0) {
                    break;
                }
                var id = tree.id(node);
                if (id >= 0) {
                    path.offer(from, to, id, scores[id]);
                    single |= to == from + 1;
                }
            }
            if (!single) {
                path.offer(from, from + 1, unknownId(), unknownScore);
            }
        }
        write(piece, path, tokens);
    }

    private int unknownId() {
        return unknown.orElseThrow(
                () ->
                        new RuntimeFailure(
                                "tokenizer.unknown",
                                "tokenizer.json: the text has a character that no token covers,"
                                        + " and model.unk_id names none for it",
                                ""));
    }

    /// The best way to each place of a piece.
    private static final class Path {
        final double[] score;
        final int[] from;
        final int[] id;

        Path(int length) {
            score = new double[length + 1];
            from = new int[length + 1];
            id = new int[length + 1];
            Arrays.fill(from, -1);
        }

        void offer(int start, int end, int token, double tokenScore) {
            var total = tokenScore + score[start];
            if (from[end] < 0 || total > score[end]) {
                score[end] = total;
                from[end] = start;
                id[end] = token;
            }
        }
    }

    private void write(AlignedText piece, Path path, EncodingBuilder tokens) {
        var starts = new boolean[piece.length() + 1];
        for (var end = piece.length(); end > 0; end = path.from[end]) {
            starts[path.from[end]] = true;
        }
        var next = 0;
        for (var from = 0; from < piece.length(); from = next) {
            next = end(starts, from);
            if (isUnknown(path.id[next])) {
                while (next < piece.length() && isUnknown(path.id[end(starts, next)])) {
                    next = end(starts, next);
                }
            }
            token(piece.slice(from, next), tokens);
        }
    }

    private static int end(boolean[] starts, int from) {
        var end = from + 1;
        while (end < starts.length - 1 && !starts[end]) {
            end++;
        }
        return end;
    }

    private boolean isUnknown(int id) {
        return unknown.isPresent() && unknown.getAsInt() == id;
    }

    private void token(AlignedText part, EncodingBuilder tokens) {
        var text = part.toString();
        var start = part.start(0);
        var end = part.end(part.length() - 1);
        var id = ids.get(text);
        if (id != null) {
            tokens.add(id, start, end, 0);
            return;
        }
        var spelled = bytes.ids(text.getBytes(UTF_8));
        if (spelled.length == 0) {
            tokens.add(unknownId(), start, end, 0);
        }
        for (var one : spelled) {
            tokens.add(one, start, end, 0);
        }
    }
}
