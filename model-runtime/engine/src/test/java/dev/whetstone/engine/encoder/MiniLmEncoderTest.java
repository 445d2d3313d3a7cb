package dev.whetstone.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.job.Job;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniLmEncoderTest {
    private static MiniLmEncoder encoder;

    @BeforeAll
    static void open() throws Exception {
        encoder = MiniLmEncoder.open(2, MiniLmEncoder.DEFAULT_MAX_TOKENS);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private static double cosine(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    @Test
    void embeddingsHaveUnitLengthAndMeaning() {
        float[] refund = encoder.encode("How do I get my money back?");
        float[] alike = encoder.encode("I would like a refund, please.");
        float[] other = encoder.encode("The volcano erupted in the night.");
        assertThat(refund).hasSize(MiniLmEncoder.DIMENSIONS);
        assertThat(cosine(refund, refund)).isCloseTo(1, within(1e-5));
        assertThat(cosine(refund, alike)).isGreaterThan(cosine(refund, other) + .2);
    }

    /// onnxruntime 1.23.2 and tokenizers 0.23.3 in Python, one text a run, mean pooled; other
    /// processors round the 8-bit products differently.
    @Test
    void aRecordedEmbedding() {
        float[] v = encoder.encode("The claim was approved; payment follows within 5 days.");
        assertThat(new float[] {v[0], v[1], v[2], v[3], v[383]})
                .containsExactly(RECORDED, within(.02f));
    }

    private static final float[] RECORDED = {
        -0.069773f, 0.078119f, 0.111511f, -0.018564f, 0.039152f
    };

    @Test
    void anEmbeddingDoesNotDependOnItsBatchMates() {
        String text = "Thank you for your patience. We will call you on Monday.";
        float[] alone = encoder.encode(text);
        String longText = "A much longer reply that goes on and on. ".repeat(60);
        float[][] together =
                encoder.encodeAll(List.of("Hi", text, longText, text), RunControl.NONE);
        assertThat(together[1]).containsExactly(alone, within(1e-6f));
        assertThat(together[3]).containsExactly(alone, within(1e-6f));
        assertThat(together[2]).containsExactly(encoder.encode(longText), within(1e-6f));
    }

    @Test
    void textBeyondTheTokenLimitIsNotRead() {
        String start = "word ".repeat(400);
        assertThat(encoder.encode(start + "apple")).containsExactly(encoder.encode(start + "pear"));
    }

    @Test
    void emptyTextHasAnEmbedding() {
        assertThat(cosine(encoder.encode(""), encoder.encode(""))).isCloseTo(1, within(1e-5));
    }

    @Test
    void aCancelledRunEnds() {
        RunControl end =
                new RunControl() {
                    @Override
                    public Signal atSafePoint() {
                        return Signal.END;
                    }

                    @Override
                    public void progress(
                            String stage, long done, long total, Map<String, Double> metrics) {}
                };
        assertThatThrownBy(() -> encoder.encodeAll(List.of("a", "b"), end))
                .isInstanceOf(RunCancelled.class);
    }

    @Test
    void theJobWritesOneRowALine(@TempDir Path folder) throws Exception {
        Path in = folder.resolve("texts.jsonl");
        Path out = folder.resolve("vectors.f32");
        Files.writeString(in, "{\"text\":\"Hello there\"}\n{\"text\":\"\"}\n{\"text\":\"Bye\"}\n");
        JsonNode result = new EmbedJob().run(new Job.Embed(in, out, 1), RunControl.NONE);
        assertThat(result.path("rows").intValue()).isEqualTo(3);
        assertThat(result.path("dimensions").intValue()).isEqualTo(384);
        float[] rows = new float[3 * 384];
        ByteBuffer.wrap(Files.readAllBytes(out))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(rows);
        float[] last = new float[384];
        System.arraycopy(rows, 2 * 384, last, 0, 384);
        assertThat(last).containsExactly(encoder.encode("Bye"), within(1e-6f));
    }

    @Test
    void aBadRowIsNamedAndNothingIsWritten(@TempDir Path folder) throws Exception {
        Path in = folder.resolve("texts.jsonl");
        Path out = folder.resolve("vectors.f32");
        Files.writeString(in, "{\"text\":\"Hello\"}\n{\"body\":\"x\"}\n");
        assertThatThrownBy(() -> new EmbedJob().run(new Job.Embed(in, out, 1), RunControl.NONE))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContainingAll("texts.jsonl", "row 2", "text");
        assertThat(out).doesNotExist();
    }
}
