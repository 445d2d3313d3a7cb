package dev.whetstone.services.vote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    private final FileNames names = new FileNames();

    @Test
    void aNameThatIsUsedAgainGetsANumber() {
        assertThat(names.of("No cover")).isEqualTo("No cover");
        assertThat(names.of("No cover")).isEqualTo("No cover-2");
        assertThat(names.of("No cover")).isEqualTo("No cover-3");
    }

    @Test
    void signsThatARulesFileDoesNotTakeBecomeHyphens() {
        assertThat(names.of("cover: never (really)")).isEqualTo("cover- never -really-");
        assertThat(names.of("Überlänge_1.5")).isEqualTo("Überlänge_1.5");
    }
}
