package dev.whetstone.engine.verify;

import dev.whetstone.engine.tokenizer.Tokenizer;
import dev.whetstone.engine.tokenizer.Tokenizer.Special;
import java.io.IOException;
import java.nio.file.Path;

/// `tokenizers/KIND/{tokenizer.json,golden.json}`.
final class TokenizerChecks {
    private TokenizerChecks() {}

    static void run(Path root, Suite suite) throws IOException {
        for (var folder : Recorded.list(root.resolve("tokenizers"))) {
            var name = "tokenizers/" + folder.getFileName();
            suite.attempt(name, () -> check(folder, name, suite));
        }
    }

    private static void check(Path folder, String name, Suite suite) throws IOException {
        var tokenizer = Tokenizer.ofFolder(folder);
        var golden = Recorded.json(folder.resolve("golden.json"));
        var encodes = 0L;
        var decodes = 0L;
        for (var row : golden.path("encode")) {
            var text = row.path("text").asText();
            var ids = Recorded.ids(row.path("ids"));
            encodes +=
                    Math.min(1, Recorded.differing(tokenizer.encodeWithSpecial(text).ids(), ids));
            encodes +=
                    Math.min(
                            1,
                            Recorded.differing(
                                    tokenizer.ids(text),
                                    Recorded.ids(row.path("ids_without_special"))));
            decodes += decoded(tokenizer, row);
        }
        for (var row : golden.path("decode_random_ids")) {
            decodes += decoded(tokenizer, row);
        }
        var pairs = 0L;
        for (var row : golden.path("encode_pairs")) {
            var encoding = tokenizer.encodePair(row.path("a").asText(), row.path("b").asText());
            pairs += Math.min(1, Recorded.differing(encoding.ids(), Recorded.ids(row.path("ids"))));
            pairs +=
                    Math.min(
                            1,
                            Recorded.differing(
                                    encoding.types(), Recorded.ids(row.path("type_ids"))));
        }
        suite.add(Check.equal(name + " encode", encodes));
        suite.add(Check.equal(name + " decode", decodes));
        suite.add(Check.equal(name + " pairs", pairs));
    }

    private static long decoded(Tokenizer tokenizer, com.fasterxml.jackson.databind.JsonNode row) {
        var ids = Recorded.ids(row.path("ids"));
        return (tokenizer.decode(ids, Special.DROP).equals(row.path("decode").asText()) ? 0 : 1)
                + (tokenizer
                                .decode(ids, Special.KEEP)
                                .equals(row.path("decode_keep_special").asText())
                        ? 0
                        : 1);
    }
}
