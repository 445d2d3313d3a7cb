package dev.whetstone.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL =
            Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\"");
    private static final Pattern CALL =
            Pattern.compile("(?:messages|m)\\s*\\.t\\(\\s*\"([^\"]+)\"");

    private final ResourceBundle bundle =
            ResourceBundle.getBundle("dev.whetstone.desktop.text.messages", Locale.ROOT);

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        Set<String> asked =
                CALL.matcher(sources()).results().map(r -> r.group(1)).collect(Collectors.toSet());
        assertThat(asked).hasSizeGreaterThan(150);
        assertThat(asked).allMatch(bundle::containsKey, "has a text");
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals =
                LITERAL.matcher(sources())
                        .results()
                        .map(r -> r.group(1))
                        .collect(Collectors.toSet());
        Set<String> unused = new TreeSet<>(bundle.keySet());
        unused.removeAll(literals);
        assertThat(unused).isEmpty();
    }

    @Test
    void everyPatternFormats() {
        for (String key : bundle.keySet()) {
            String pattern = bundle.getString(key);
            assertThat(
                            new MessageFormat(pattern, Locale.ENGLISH)
                                    .format(new Object[] {1, 2, 3, 4, 5}))
                    .as(key)
                    .isNotEmpty()
                    .doesNotContain("'");
        }
    }

    @Test
    void argumentsAreFilledIn() {
        assertThat(new Messages(Locale.ENGLISH).t("compare.words", 1)).isEqualTo("1 word");
        assertThat(new Messages(Locale.ENGLISH).t("compare.words", 76)).isEqualTo("76 words");
    }
}
