package dev.whetstone.services.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class PlacesTest {
    private static final Path HOME = Path.of("/home/ana");

    @Test
    void onLinuxTheyFollowTheXdgSpecification() {
        assertThat(Places.of(Map.of("XDG_STATE_HOME", "/s", "XDG_CACHE_HOME", "c"), HOME, "Linux"))
                .isEqualTo(
                        new Places(Path.of("/s/whetstone"), Path.of("/home/ana/.cache/whetstone")));
    }

    @Test
    void anOwnHomeGoesBeforeTheOneOfTheUserDatabase() {
        assertThat(Places.of(Map.of("HOME", "/mnt/other"), HOME, "Linux"))
                .isEqualTo(
                        new Places(
                                Path.of("/mnt/other/.local/state/whetstone"),
                                Path.of("/mnt/other/.cache/whetstone")));
    }
}
