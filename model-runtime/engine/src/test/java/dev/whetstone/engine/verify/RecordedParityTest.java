package dev.whetstone.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every checkpoint, adapter and tokenizer of the recorded results of Transformers, PEFT and
/// tokenizers: whatever the folder holds.
class RecordedParityTest {
    private final Path folder = Golden.whole();

    @TestFactory
    Stream<DynamicTest> tokenizers() throws IOException {
        var suite = new Suite();
        TokenizerChecks.run(folder, suite);
        return tests(suite);
    }

    @TestFactory
    Stream<DynamicTest> checkpoints() throws IOException {
        var suite = new Suite();
        ModelChecks.run(folder, suite, RunControl.NONE);
        return tests(suite);
    }

    @TestFactory
    Stream<DynamicTest> adapters() throws IOException {
        var suite = new Suite();
        AdapterChecks.run(folder, suite, RunControl.NONE);
        return tests(suite);
    }

    private static Stream<DynamicTest> tests(Suite suite) {
        assertThat(suite.checks()).isNotEmpty();
        return suite.checks().stream()
                .map(
                        check ->
                                DynamicTest.dynamicTest(
                                        check.name(),
                                        () -> assertThat(check).matches(Check::passed)));
    }
}
