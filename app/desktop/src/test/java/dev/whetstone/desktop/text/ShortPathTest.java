package dev.whetstone.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShortPathTest {
    private static final Path HOME = Path.of("/home/maria");

    @Test
    void belowTheHomeFolderItIsShortAndElsewhereOnlyTheNameIsTold() {
        assertThat(ShortPath.of(Path.of("/home/maria/claims/desk"), HOME))
                .isEqualTo("~/claims/desk");
        assertThat(ShortPath.of(HOME, HOME)).isEqualTo("~");
        assertThat(ShortPath.of(Path.of("/srv/secret/claims"), HOME)).isEqualTo("…/claims");
    }
}
