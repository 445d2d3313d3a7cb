package dev.whetstone.engine.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Damages files by a seed.
final class Mutations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "-1",
                    "0",
                    "1",
                    "2147483647",
                    "2147483648",
                    "9223372036854775807",
                    "99999999999999999999999999",
                    "1e308",
                    "1e-320",
                    "-0.0",
                    "0.5",
                    "true",
                    "false",
                    "\"\"",
                    "\"../../../../etc/passwd\"",
                    "\"\\u0000\"",
                    "\"\\uD800\"",
                    "\"(((((((((a+)+)+)+)+)+)+)+)+)$\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[[[[[[[]]]]]]]]",
                    "[0, 18446744073709551615]",
                    "{\"type\": \"Sequence\"}");

    private final SplittableRandom random;

    Mutations(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /// A few bytes changed, cut out, repeated or put in.
    byte[] bytes(byte[] original) {
        var bytes = original;
        for (var n = 1 + below(3); n > 0; n--) {
            bytes = damaged(bytes);
        }
        return bytes;
    }

    private byte[] damaged(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {(byte) below(256)};
        }
        var at = below(bytes.length);
        var length = Math.min(bytes.length - at, 1 + below(40));
        return switch (below(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, at + length, new byte[0]);
            case 2 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            case 3 -> {
                var noise = new byte[length];
                random.nextBytes(noise);
                yield spliced(bytes, at, at + length, noise);
            }
            default -> {
                var copy = bytes.clone();
                copy[at] = (byte) (copy[at] ^ 1 << below(8));
                yield copy;
            }
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        var result = new byte[bytes.length - (to - from) + piece.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
        return result;
    }

    /// Valid JSON in which values were replaced, dropped, repeated or renamed.
    String json(String original) {
        try {
            var root = JSON.readTree(original);
            for (var n = 1 + below(3); n > 0; n--) {
                change(root);
            }
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(JsonNode root) throws JsonProcessingException {
        var containers = new ArrayList<JsonNode>();
        collect(root, containers);
        var node = containers.get(below(containers.size()));
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.get(below(names.size()));
            switch (below(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "x", object.remove(name));
                case 2 -> object.set(name, object.get(names.get(below(names.size()))));
                default -> object.set(name, value());
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            var index = below(array.size());
            switch (below(4)) {
                case 0 -> array.remove(index);
                case 1 -> array.insert(index, array.get(below(array.size())).deepCopy());
                default -> array.set(index, value());
            }
        }
    }

    /// Large containers count once: most of a vocabulary's entries are alike.
    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            var seen = 0;
            for (var child : node) {
                if (seen++ < 40) {
                    collect(child, containers);
                }
            }
        }
    }

    private JsonNode value() throws JsonProcessingException {
        return JSON.readTree(VALUES.get(below(VALUES.size())));
    }

    /// A text with pieces of itself and of `pieces` put in, moved and cut out.
    String text(String original, List<String> pieces) {
        var text = new StringBuilder(original);
        for (var n = 1 + below(4); n > 0; n--) {
            var at = below(text.length() + 1);
            var end = Math.min(text.length(), at + below(30));
            switch (below(5)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(below(text.length() + 1), text.substring(at, end));
                case 2 -> text.insert(at, (char) below(0x300));
                default -> text.insert(at, pieces.get(below(pieces.size())));
            }
        }
        return text.toString();
    }
}
