package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which losses `align run` understands; what it then does is the loop's own test.
class AlignRunTest {
    @TempDir Path folder;

    private Terminal.Call run(String options) {
        Terminal terminal =
                new Terminal(
                        folder,
                        (job, progress) -> {
                            throw new AssertionError("no model is asked here: " + job);
                        });
        Object[] words = ("align run " + folder.resolve("none") + " " + options).split(" ");
        return terminal.run(words);
    }

    @ParameterizedTest
    @CsvSource({
        "--loss moonshine, no loss is called 'moonshine': use sigmoid",
        "--loss hinge --discopop-tau 1, hinge takes no discopop_tau",
        "--loss kto --f-divergence forward_kl, kto takes no other divergence than reverse_kl",
        "--f-divergence tv, no divergence is called 'tv'",
        "--loss robust --label-smoothing .5, robust takes a label_smoothing below 0.5",
        "--loss sigmoid --beta 0, beta is 0.0",
        "--loss sigmoid --loss-weights 1:2, '1:2' is not a double",
        "--ld-alpha 2, ld_alpha is 2.0"
    })
    void whatDoesNotFitIsWrongUsageAndNamed(String options, String message) {
        Terminal.Call call = run(options);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains(message);
    }

    @Test
    void asManyWeightsAsLosses() {
        Terminal.Call call = run("--loss sigmoid,sft --loss-weights 1");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("2 losses have 1 weights");
    }

    /// The project is missing: the options were understood.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--loss sigmoid,sft --loss-weights 1,.3 --beta .2",
                "--loss sigmoid --label-smoothing .1",
                "--loss simpo --simpo-gamma 1 --cpo-alpha .5 --alpha-po .25",
                "--loss ipo --f-divergence alpha_divergence --f-alpha .3 --ld-alpha .5 --wpo",
                "--loss kto --desirable-weight 1.3 --undesirable-weight .8",
                "--loss dpop --dpop-lambda 50 --nll-weight .1"
            })
    void everyParameterIsTaken(String options) {
        Terminal.Call call = run(options);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).startsWith("error: file.missing");
    }
}
