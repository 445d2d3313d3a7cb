package dev.whetstone.engine.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Cuts a text at added tokens: the leftmost match, the longest among those that begin there.
final class AddedTokenFinder {
    private final Node root = new Node();

    private static final class Node {
        final Map<Integer, Node> next = new HashMap<>();
        @org.jspecify.annotations.Nullable AddedToken token;
    }

    /// A stretch of the text: an added token, or text to be tokenized.
    record Stretch(OptionalInt id, AlignedText text) {}

    /// @param contents what to look for, which for normalized tokens is not their content
    AddedTokenFinder(Map<AlignedText, AddedToken> contents) {
        contents.forEach(
                (content, token) -> {
                    var node = root;
                    for (var i = 0; i < content.length(); i++) {
                        node = node.next.computeIfAbsent(content.codePoint(i), c -> new Node());
                    }
                    if (node != root) {
                        node.token = token;
                    }
                });
    }

    List<Stretch> cut(AlignedText text) {
        var stretches = new ArrayList<Stretch>();
        var done = 0;
        for (var at = 0; at < text.length(); ) {
            var length = new int[1];
            var token = longestAt(text, at, length);
            var end = at + length[0];
            if (token == null) {
                at++;
                continue;
            }
            if (token.singleWord() && touchesWord(text, at, end)) {
                at = end;
                continue;
            }
            var from = token.leftStrip() ? withSpaceBefore(text, at, done) : at;
            var to = token.rightStrip() ? withSpaceAfter(text, end) : end;
            if (from > done) {
                stretches.add(new Stretch(OptionalInt.empty(), text.slice(done, from)));
            }
            stretches.add(new Stretch(OptionalInt.of(token.id()), text.slice(from, to)));
            done = to;
            at = to;
        }
        if (done < text.length()) {
            stretches.add(new Stretch(OptionalInt.empty(), text.slice(done, text.length())));
        }
        return stretches;
    }

    private @org.jspecify.annotations.Nullable AddedToken longestAt(
            AlignedText text, int at, int[] length) {
        AddedToken found = null;
        var node = root;
        for (var i = at; i < text.length(); i++) {
            node = node.next.get(text.codePoint(i));
            if (node == null) {
                break;
            }
            if (node.token != null) {
                found = node.token;
                length[0] = i + 1 - at;
            }
        }
        return found;
    }

    private static boolean touchesWord(AlignedText text, int from, int to) {
        return (from > 0 && Characters.isWord(text.codePoint(from - 1)))
                || (to < text.length() && Characters.isWord(text.codePoint(to)));
    }

    private static int withSpaceBefore(AlignedText text, int from, int least) {
        while (from > least && Characters.isWhiteSpace(text.codePoint(from - 1))) {
            from--;
        }
        return from;
    }

    private static int withSpaceAfter(AlignedText text, int to) {
        while (to < text.length() && Characters.isWhiteSpace(text.codePoint(to))) {
            to++;
        }
        return to;
    }
}
