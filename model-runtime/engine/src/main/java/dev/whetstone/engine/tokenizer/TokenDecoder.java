package dev.whetstone.engine.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whetstone.engine.control.RuntimeFailure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/// Turns a list of tokens into a list of texts, which are joined at the end.
sealed interface TokenDecoder {
    List<String> apply(List<String> tokens);

    record Chain(List<TokenDecoder> parts) implements TokenDecoder {
        @Override
        public List<String> apply(List<String> tokens) {
            for (var part : parts) {
                tokens = part.apply(tokens);
            }
            return tokens;
        }
    }

    /// With spaces between, where tokenizer.json names no decoder.
    record Spaced() implements TokenDecoder {
        @Override
        public List<String> apply(List<String> tokens) {
            return List.of(String.join(" ", tokens));
        }
    }

    record Fuse() implements TokenDecoder {
        @Override
        public List<String> apply(List<String> tokens) {
            return List.of(String.join("", tokens));
        }
    }

    record Replace(String from, String to) implements TokenDecoder {
        /// A chain of these can make a text grow without end.
        private static final long LONGEST = 1 << 26;

        @Override
        public List<String> apply(List<String> tokens) {
            var texts = new ArrayList<String>(tokens.size());
            var length = 0L;
            for (var token : tokens) {
                length += (token.length() + 1L) * Math.max(1, to.length());
                if (length > LONGEST) {
                    throw new RuntimeFailure(
                            "tokenizer.growth",
                            "tokenizer.json: a decoded text grows beyond "
                                    + LONGEST
                                    + " characters",
                            "Check where the model came from.");
                }
                texts.add(token.replace(from, to));
            }
            return texts;
        }
    }

    /// Takes up to `start` and `stop` times `content` off the ends of each.
    record Strip(char content, int start, int stop) implements TokenDecoder {
        @Override
        public List<String> apply(List<String> tokens) {
            return tokens.stream().map(this::strip).toList();
        }

        private String strip(String token) {
            var from = 0;
            while (from < start && from < token.length() && token.charAt(from) == content) {
                from++;
            }
            var to = token.length();
            while (token.length() - to < stop && to > from && token.charAt(to - 1) == content) {
                to--;
            }
            return token.substring(from, to);
        }
    }

    /// Characters that stand for bytes become the bytes' text; what is no UTF-8 becomes U+FFFD.
    record ByteLevel() implements TokenDecoder {
        @Override
        public List<String> apply(List<String> tokens) {
            var bytes = new ByteArrayOutputStream();
            for (var token : tokens) {
                if (token.codePoints().allMatch(c -> ByteAlphabet.byteOf(c) >= 0)) {
                    token.codePoints().forEach(c -> bytes.write(ByteAlphabet.byteOf(c)));
                } else {
                    bytes.writeBytes(token.getBytes(UTF_8));
                }
            }
            return List.of(LossyUtf8.decode(bytes.toByteArray()));
        }
    }

    /// Runs of `<0xHH>` become their text, or a U+FFFD for each when they are no UTF-8.
    record ByteFallback() implements TokenDecoder {
        @Override
        public List<String> apply(List<String> tokens) {
            var texts = new ArrayList<String>();
            var run = new ByteArrayOutputStream();
            for (var token : tokens) {
                var value = byteValue(token);
                if (value >= 0) {
                    run.write(value);
                } else {
                    flush(run, texts);
                    texts.add(token);
                }
            }
            flush(run, texts);
            return texts;
        }

        private static int byteValue(String token) {
            if (token.length() != 6 || !token.startsWith("<0x") || !token.endsWith(">")) {
                return -1;
            }
            var high = Character.digit(token.charAt(3), 16);
            var low = Character.digit(token.charAt(4), 16);
            return high < 0 || low < 0 ? -1 : high * 16 + low;
        }

        private static void flush(ByteArrayOutputStream run, List<String> texts) {
            if (run.size() == 0) {
                return;
            }
            try {
                texts.add(UTF_8.newDecoder().decode(ByteBuffer.wrap(run.toByteArray())).toString());
            } catch (CharacterCodingException e) {
                texts.add("\uFFFD".repeat(run.size()));
            }
            run.reset();
        }
    }

    /// Replacement characters become spaces; those of the first token go where one was prepended.
    record Metaspace(String replacement, boolean prepended) implements TokenDecoder {
        @Override
        public List<String> apply(List<String> tokens) {
            var texts = new ArrayList<String>();
            for (var i = 0; i < tokens.size(); i++) {
                texts.add(tokens.get(i).replace(replacement, i == 0 && prepended ? "" : " "));
            }
            return texts;
        }
    }

    /// A space before each token that does not continue a word.
    record WordPiece(String prefix, Cleanup cleanup) implements TokenDecoder {
        /// Whether spaces before English punctuation and short forms go.
        enum Cleanup {
            NONE,
            ENGLISH
        }

        private static final List<List<String>> ENGLISH =
                List.of(
                        List.of(" .", "."),
                        List.of(" ?", "?"),
                        List.of(" !", "!"),
                        List.of(" ,", ","),
                        List.of(" ' ", "'"),
                        List.of(" n't", "n't"),
                        List.of(" 'm", "'m"),
                        List.of(" do not", " don't"),
                        List.of(" 's", "'s"),
                        List.of(" 've", "'ve"),
                        List.of(" 're", "'re"));

        @Override
        public List<String> apply(List<String> tokens) {
            var texts = new ArrayList<String>();
            for (var i = 0; i < tokens.size(); i++) {
                texts.add(clean(i == 0 ? tokens.get(i) : joined(tokens.get(i))));
            }
            return texts;
        }

        private String joined(String token) {
            return token.startsWith(prefix) ? token.substring(prefix.length()) : " " + token;
        }

        private String clean(String text) {
            if (cleanup == Cleanup.NONE) {
                return text;
            }
            for (var pair : ENGLISH) {
                text = text.replace(pair.get(0), pair.get(1));
            }
            return text;
        }
    }
}
