package dev.whetstone.services.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.store.content.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptVotesTest {
    private static final ContentHash PAIRS = ContentHash.of("pairs");
    private static final ContentHash RULE = ContentHash.of("rule");
    private static final ContentHash WAITS = ContentHash.of("waits");

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void keep() {
        file = folder.resolve("votes.bin");
        kept("build 1")
                .write(
                        PAIRS,
                        3,
                        Map.of(
                                RULE, new Column(new byte[] {1, 0, -1}, 7),
                                WAITS, new Column(new byte[] {0, 0, 0}, 3, 3)));
    }

    private KeptVotes kept(String build) {
        return new KeptVotes(file, Optional.of(build));
    }

    @Test
    void columnsComeBackExceptThoseThatWaitForADetector() {
        Map<ContentHash, Column> found = kept("build 1").read(PAIRS, 3);
        assertThat(found).containsOnlyKeys(RULE);
        assertThat(found.values())
                .allSatisfy(
                        column -> {
                            assertThat(column.votes()).containsExactly(1, 0, -1);
                            assertThat(column.errors()).isEqualTo(7);
                        });
    }

    @Test
    void anotherBuildOtherPairsAndAnotherNumberOfThemCountAnew() {
        assertThat(kept("build 2").read(PAIRS, 3)).isEmpty();
        assertThat(kept("build 1").read(ContentHash.of("others"), 3)).isEmpty();
        assertThat(kept("build 1").read(PAIRS, 4)).isEmpty();
        assertThat(new KeptVotes(file, Optional.empty()).read(PAIRS, 3)).isEmpty();
    }

    @Test
    void aFileThatIsCutOffOrChangedIsNotBelieved() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i += 11) {
            byte[] changed = whole.clone();
            changed[i] ^= 2;
            Files.write(file, changed);
            assertThat(kept("build 1").read(PAIRS, 3)).as("byte %d", i).isEmpty();
        }
        for (int length : new int[] {0, 3, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(kept("build 1").read(PAIRS, 3)).as("%d bytes", length).isEmpty();
        }
    }
}
