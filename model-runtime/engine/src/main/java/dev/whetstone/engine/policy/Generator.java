package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.tensor.Call;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.model.Sampling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/// Samples responses to many prompts with a limited number of rows at once. Each prompt is read
/// once and its samples share it; then every row gets a token a call. Rows that ended are given to
/// the next prompts, and dropped when none is left and they are a quarter.
final class Generator {
    private static final int ROOM = 64;

    private final Forward forward;
    private final Sampling sampling;
    private final int samples;
    private final int mostRows;
    private final RunControl control;

    /// Hears how far a run is.
    @FunctionalInterface
    interface Progress {
        /// @param ended responses
        /// @param tokens made so far
        void at(int ended, long tokens);
    }

    /// @param mostRows that grow at once; a prompt's samples may be more
    Generator(Forward forward, Sampling sampling, int samples, int mostRows, RunControl control) {
        this.forward = forward;
        this.sampling = sampling;
        this.samples = samples;
        this.mostRows = Math.max(samples, mostRows - mostRows % samples);
        this.control = control;
    }

    /// @param progress hears when responses have ended
    /// @return for each request its samples
    List<List<Generation>> run(Scope parent, List<GenerationRequest> requests, Progress progress) {
        List<SampleRow> all = new ArrayList<>();
        requests.forEach(request -> all.addAll(rows(request)));
        try (Scope scope = parent.inner()) {
            new Wave(scope, all).run(progress);
        }
        List<List<Generation>> result = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            result.add(
                    all.subList(i * samples, (i + 1) * samples).stream()
                            .map(SampleRow::generation)
                            .toList());
        }
        return result;
    }

    private List<SampleRow> rows(GenerationRequest request) {
        int limit =
                Math.min(
                        sampling.maxNewTokens(),
                        forward.config().maxPositions() - request.ids().length);
        if (limit < 1) {
            throw new RuntimeFailure(
                    "prompt.too-long",
                    "prompt "
                            + request.promptId()
                            + " has "
                            + request.ids().length
                            + " tokens, the model takes "
                            + forward.config().maxPositions()
                            + " with the response",
                    "shorten the prompt");
        }
        return IntStream.range(0, samples)
                .mapToObj(
                        n ->
                                new SampleRow(
                                        new SampleRandom(sampling.seed(), request.promptId(), n),
                                        request.ids(),
                                        limit))
                .toList();
    }

    /// Rows in their cells. A row without a growing sample is free, and computed in vain.
    private final class Wave {
        private final Scope scope;
        private final Deque<SampleRow> waiting;
        private final int total;
        private SampleRow[] cells;
        private CacheState state;
        private int ended;
        private long tokens;

        Wave(Scope scope, List<SampleRow> all) {
            this.scope = scope;
            this.waiting = new ArrayDeque<>(all);
            this.total = all.size();
            int rows = Math.min(mostRows, total);
            int width = all.stream().mapToInt(row -> row.prompt().length).max().orElse(0);
            this.cells = new SampleRow[0];
            this.state =
                    CacheState.empty(
                            forward,
                            scope,
                            rows,
                            width + ROOM,
                            remembers() ? forward.config().vocabulary() : 1);
        }

        void run(Progress progress) {
            cells = new SampleRow[state.rows()];
            Arrays.fill(cells, SampleRow.NONE);
            while (ended < total) {
                int before = ended;
                control.throwIfEnded();
                fit();
                if (!waiting.isEmpty() && free() >= Math.max(samples, cells.length / 4)) {
                    begin();
                } else {
                    step();
                }
                if (ended > before) {
                    progress.at(ended, tokens);
                }
            }
        }

        private int free() {
            return (int) Arrays.stream(cells).filter(row -> !row.growing()).count();
        }

        /// Drops rows that ended where none is waiting, and makes room for longer ones.
        private void fit() {
            int longest = Arrays.stream(cells).mapToInt(SampleRow::length).max().orElse(0);
            boolean narrow = longest >= state.capacity();
            boolean idle = waiting.isEmpty() && free() > cells.length / 4;
            if (!narrow && !idle) {
                return;
            }
            int[] kept =
                    IntStream.range(0, cells.length)
                            .filter(row -> !idle || cells[row].growing())
                            .toArray();
            int capacity = narrow ? longest + longest / 2 : state.capacity();
            state = state.take(scope, kept, capacity);
            cells = IntStream.of(kept).mapToObj(row -> cells[row]).toArray(SampleRow[]::new);
        }

        /// Reads as many prompts as there are free rows for, and draws their first tokens.
        private void begin() {
            List<Integer> into = new ArrayList<>();
            for (int row = 0; row < cells.length; row++) {
                if (!cells[row].growing()) {
                    into.add(row);
                }
            }
            int prompts = Math.min(into.size(), waiting.size()) / samples;
            List<int[]> texts = new ArrayList<>();
            List<Long> source = new ArrayList<>();
            List<Long> targets = new ArrayList<>();
            int[] rows = new int[prompts * samples];
            int packed = 0;
            for (int p = 0; p < prompts; p++) {
                int[] prompt = waiting.getFirst().prompt();
                texts.add(prompt);
                for (int n = 0; n < samples; n++) {
                    int row = into.get(p * samples + n);
                    rows[p * samples + n] = row;
                    cells[row] = waiting.removeFirst();
                    for (int t = 0; t < prompt.length; t++) {
                        source.add((long) packed + t);
                        targets.add((long) row * state.capacity() + t);
                    }
                    if (remembers()) {
                        state.see(row, prompt);
                    }
                }
                packed += prompt.length;
            }
            try (Scope inner = scope.inner()) {
                Tensor logits =
                        forward.prefill(
                                inner,
                                TokenBatch.unmarked(texts),
                                state.cache(),
                                longs(source),
                                longs(targets));
                Tensor each = select(inner, logits, spread(prompts));
                Call call =
                        forward.call("choose").with(each).with(select(inner, state.seen(), rows));
                List<SampleRow> begun = IntStream.of(rows).mapToObj(row -> cells[row]).toList();
                take(begun, settings(call, inner, begun).infer(inner).getFirst().longs());
            }
        }

        private int[] spread(int prompts) {
            return IntStream.range(0, prompts * samples).map(row -> row / samples).toArray();
        }

        private void step() {
            long[] ids = new long[cells.length];
            long[] at = new long[cells.length];
            long[] cell = new long[cells.length];
            for (int row = 0; row < cells.length; row++) {
                cell[row] = (long) row * state.capacity();
                if (cells[row].growing()) {
                    ids[row] = cells[row].last();
                    at[row] = cells[row].length() - 1;
                    cell[row] += at[row];
                }
            }
            try (Scope inner = scope.inner()) {
                Call call = forward.advance(inner, state.cache(), ids, at, cell).with(state.seen());
                List<SampleRow> rows = List.of(cells);
                take(rows, settings(call, inner, rows).infer(inner).getFirst().longs());
            }
        }

        /// Gives each growing row its token.
        private void take(List<SampleRow> rows, long[] ids) {
            for (int row = 0; row < ids.length; row++) {
                SampleRow sample = rows.get(row);
                if (sample.growing()) {
                    int id = (int) ids[row];
                    sample.add(id, forward.config().ids().eos().contains(id));
                    tokens++;
                    ended += sample.growing() ? 0 : 1;
                }
            }
        }
    }

    private boolean remembers() {
        return sampling.repetitionPenalty() != 1;
    }

    private Call settings(Call call, Scope inner, List<SampleRow> rows) {
        double[] uniform = rows.stream().mapToDouble(SampleRow::nextUniform).toArray();
        List<int[]> histories =
                sampling.noRepeatNgram() == 0
                        ? List.of()
                        : rows.stream().map(SampleRow::history).toList();
        return processors(call.with(inner.doubles(uniform, uniform.length)), inner, histories);
    }

    private Call processors(Call call, Scope inner, List<int[]> histories) {
        long[] banned = RepeatedNgrams.banned(histories, sampling.noRepeatNgram());
        return call.with(inner.longs(banned, banned.length / 2, 2))
                .with(sampling.repetitionPenalty())
                .with(sampling.temperature())
                .with((long) sampling.topK())
                .with(sampling.topP())
                .with(sampling.minP())
                .with(sampling.typicalP());
    }

    /// What the next token is drawn from.
    ///
    /// @param logits [vocabulary] after `history`
    float[] probabilities(Scope parent, float[] logits, int[] history) {
        long columns = remembers() ? forward.config().vocabulary() : 1;
        try (Scope scope = parent.inner();
                CacheState state = CacheState.empty(forward, scope, 1, 1, columns)) {
            if (remembers()) {
                state.see(0, history);
            }
            Call call =
                    forward.call("process")
                            .with(scope.floats(logits, 1, logits.length))
                            .with(state.seen());
            return processors(call, scope, List.of(history)).infer(scope).getFirst().floats();
        }
    }

    private Tensor select(Scope out, Tensor tensor, int[] rows) {
        try (Scope inner = out.inner()) {
            Tensor index = inner.longs(IntStream.of(rows).asLongStream().toArray(), rows.length);
            return forward.call("rows_of").with(tensor).with(index).infer(out).getFirst();
        }
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
