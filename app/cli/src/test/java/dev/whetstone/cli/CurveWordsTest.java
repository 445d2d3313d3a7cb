package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sixty questions with two replies of eight words; the one with a kind word was preferred.
/// The more kind words there are, the more choices it takes to know them all.
class CurveWordsTest {
    private static final int PAIRS = 60;
    private static final List<String> KIND =
            List.of("sorry", "thanks", "please", "glad", "welcome");

    @TempDir Path folder;
    private Terminal terminal;
    private Path project;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder, new FakeModels());
        project = folder.resolve("claims.whetstone");
    }

    /// @param kinds how many kind words there are
    private void judge(int kinds) throws IOException {
        Random random = new Random(4);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            boolean first = random.nextBoolean();
            String kind = KIND.get(random.nextInt(kinds));
            String other = word(random);
            lines.add(
                    "{\"prompt\":\"question %d\",\"a\":\"%s %s\",\"b\":\"%s %s\",\"label\":\"%s\"}"
                            .formatted(
                                    i,
                                    first ? kind : other,
                                    words(random),
                                    first ? other : kind,
                                    words(random),
                                    first ? "a" : "b"));
        }
        Path file = Files.write(folder.resolve("pairs.jsonl"), lines);
        terminal.run("new", project);
        terminal.run("import", project, file, "--annotator", "ana");
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int w = 0; w < 7; w++) {
            words.append(w == 0 ? "" : " ").append(word(random));
        }
        return words.toString();
    }

    private static String word(Random random) {
        return "word" + (char) ('a' + random.nextInt(26));
    }

    private static String any(int kinds) {
        return KIND.stream()
                .limit(kinds)
                .map(word -> "contains(X, \"" + word + "\")")
                .collect(Collectors.joining(" or "));
    }

    private String said(String rule) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.txt"), rule);
        assertThat(terminal.run("rules", "add", project, "--file", rules).code()).isZero();
        return terminal.run("reward", "curve", project, "--json").json().at("/words/0").asText();
    }

    @Test
    void aRuleOfManyWordsHelpsThroughout() throws IOException {
        judge(5);
        assertThat(said("kind: good(X) when " + any(5)))
                .startsWith("Rules help, with few choices and with many. With 48 choices the");
    }

    @Test
    void aRuleHelpsUntilChoicesShowTheSame() throws IOException {
        judge(2);
        assertThat(said("kind: good(X) when " + any(2)))
                .startsWith(
                        "Rules help up to about 5 choices; from about 10 on they add nothing that"
                                + " could be measured. With 48 choices the difference is");
    }

    @Test
    void aRuleThatIsWrongIsOverruledByMoreChoices() throws IOException {
        judge(2);
        assertThat(said("kind: bad(X) when " + any(2)))
                .startsWith(
                        "Rules make it worse up to about 5 choices; from about 10 on no difference"
                                + " was found. With 48 choices the difference is");
    }

    @Test
    void ofARuleThatNeverVotesNothingIsClaimed() throws IOException {
        judge(2);
        assertThat(said("zebra: bad(X) when contains(X, \"zebra\")"))
                .isEqualTo(
                        "No difference was found between choices with rules and choices alone. With"
                                + " 48 choices the difference is +0.0 points (+0.0 to +0.0).");
    }
}
