package dev.whetstone.engine.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// all-MiniLM-L6-v2, quantised to 8 bits: text to 384 numbers of unit length (mean over
/// tokens, then L2 norm).
///
/// Every text runs through the model by itself. The quantised model scales its activations
/// over the whole batch, so that in a padded batch of 16 a text's embedding moves by up to
/// 0.05 with its batch mates; alone it always is the same, and nothing is wasted on padding.
public final class MiniLmEncoder implements AutoCloseable {
    public static final int DIMENSIONS = 384;

    /// Tokens of a text that are read, `[CLS]` and `[SEP]` included.
    public static final int DEFAULT_MAX_TOKENS = 256;

    private static final int MODEL_MAX_TOKENS = 512;
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final int TEXTS_PER_TASK = 16;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieceTokenizer tokenizer;
    private final ExecutorService workers;
    private final int maxTokens;

    private MiniLmEncoder(
            OrtEnvironment environment,
            OrtSession session,
            WordPieceTokenizer tokenizer,
            ExecutorService workers,
            int maxTokens) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
        this.workers = workers;
        this.maxTokens = maxTokens;
    }

    /// Opens the bundled model.
    ///
    /// @param threads texts encoded at a time; 0 takes one for each processor
    /// @param maxTokens 3 to 512, normally 256
    public static MiniLmEncoder open(int threads, int maxTokens) throws IOException {
        if (threads < 0 || maxTokens < 3 || maxTokens > MODEL_MAX_TOKENS) {
            throw new IllegalArgumentException(threads + " threads, " + maxTokens + " tokens");
        }
        int width = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        OnnxNatives.unpack();
        try (InputStream model = resource(MODEL);
                InputStream vocabulary = resource(TOKENIZER);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new MiniLmEncoder(
                    environment,
                    environment.createSession(model.readAllBytes(), options),
                    WordPieceTokenizer.read(vocabulary),
                    Executors.newFixedThreadPool(width),
                    maxTokens);
        } catch (OrtException e) {
            throw new IOException("the bundled encoder does not load: " + e.getMessage(), e);
        }
    }

    /// One embedding: 384 numbers of unit length.
    public float[] encode(String text) {
        long[] ids = tokenizer.encode(text, maxTokens);
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor idTensor = row(ids);
                OnnxTensor maskTensor = row(mask);
                OnnxTensor typeTensor = row(new long[ids.length])) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            inputs.put("input_ids", idTensor);
            inputs.put("attention_mask", maskTensor);
            inputs.put("token_type_ids", typeTensor);
            inputs.keySet().retainAll(session.getInputNames());
            try (OrtSession.Result result = session.run(inputs)) {
                float[][][] states = (float[][][]) result.get(0).getValue();
                return pool(states[0]);
            }
        } catch (OrtException e) {
            throw new RuntimeFailure("encoder", "The encoder failed: " + e.getMessage(), "", e);
        }
    }

    /// Embeddings in the order of the texts; equal texts are encoded once. Ends between tasks of 16
    /// texts when asked to.
    public float[][] encodeAll(List<String> texts, RunControl control) {
        Map<String, Integer> distinct = new HashMap<>();
        List<String> unique = new ArrayList<>();
        for (String text : texts) {
            if (distinct.putIfAbsent(text, unique.size()) == null) {
                unique.add(text);
            }
        }
        float[][] vectors = new float[unique.size()][];
        List<Integer> order =
                IntStream.range(0, unique.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> -unique.get(i).length()))
                        .toList();
        List<Future<?>> tasks = new ArrayList<>();
        for (int from = 0; from < order.size(); from += TEXTS_PER_TASK) {
            List<Integer> part = order.subList(from, Math.min(order.size(), from + TEXTS_PER_TASK));
            tasks.add(workers.submit(() -> part.forEach(i -> vectors[i] = encode(unique.get(i)))));
        }
        await(tasks, unique.size(), control);
        return texts.stream()
                .map(text -> vectors[Objects.requireNonNull(distinct.get(text))])
                .toArray(float[][]::new);
    }

    @Override
    public void close() {
        workers.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder does not close", e);
        }
    }

    private static void await(List<Future<?>> tasks, int texts, RunControl control) {
        int done = 0;
        try {
            for (Future<?> task : tasks) {
                control.throwIfEnded();
                task.get();
                done = Math.min(texts, done + TEXTS_PER_TASK);
                control.progress("embed", done, texts, Map.of());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while encoding", e);
        } finally {
            tasks.forEach(task -> task.cancel(false));
        }
    }

    private OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] pool(float[][] states) {
        double[] sum = new double[DIMENSIONS];
        for (float[] state : states) {
            for (int d = 0; d < DIMENSIONS; d++) {
                sum[d] += state[d];
            }
        }
        double norm = Math.sqrt(Arrays.stream(sum).map(v -> v * v).sum());
        float[] pooled = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            pooled[d] = (float) (sum[d] / norm);
        }
        return pooled;
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        InputStream in = MiniLmEncoder.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(
                    "the encoder's file " + name + " is not on the class path");
        }
        return in;
    }
}
