package dev.whetstone.services.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphicsCardsTest {
    @Test
    void eachLineIsACard() {
        assertThat(
                        GraphicsCards.read(
                                "NVIDIA RTX A4000, 16376, 2048, 570.86.15\n"
                                        + "NVIDIA GeForce GTX 1050, [N/A], [N/A], 570.86.15\n"))
                .containsExactly(
                        new GraphicsCard(
                                "NVIDIA RTX A4000", 16376L << 20, 2048L << 20, "570.86.15"),
                        new GraphicsCard("NVIDIA GeForce GTX 1050", 0, 0, "570.86.15"));
    }

    @Test
    void otherLinesAreNone() {
        assertThat(GraphicsCards.read("No devices were found\n")).isEmpty();
    }
}
