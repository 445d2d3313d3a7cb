package dev.whetstone.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class UnbrokenTest {
    @Test
    void aNumberKeepsItsPercentSign() {
        assertThat(Unbroken.of("between 75 % and 87 %)."))
                .isEqualTo("between 75\u00a0% and 87\u00a0%).");
    }

    @Test
    void otherBlanksMayBreak() {
        assertThat(Unbroken.of("the % sign")).isEqualTo("the % sign");
    }

    @Test
    void textsOfTheBundleKeepTheirSignsToo() {
        assertThat(new Messages(Locale.ENGLISH).t("align.rules.bar")).isEqualTo("0 to 100\u00a0%");
    }
}
