package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.tensor.Call;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.model.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Samples responses to a few prompts at once: each prompt is read once and its samples share it;
/// then every row gets a token a call. Rows that ended are dropped when they are a quarter.
final class Generator {
    private static final int ROOM = 64;

    private final Forward forward;
    private final Sampling sampling;
    private final int samples;
    private final RunControl control;

    Generator(Forward forward, Sampling sampling, int samples, RunControl control) {
        this.forward = forward;
        this.sampling = sampling;
        this.samples = samples;
        this.control = control;
    }

    /// @return for each request its samples
    List<List<Generation>> run(Scope parent, List<GenerationRequest> requests) {
        List<SampleRow> rows = rows(requests);
        int width = requests.stream().mapToInt(request -> request.ids().length).max().orElse(0);
        try (Scope scope = parent.inner()) {
            grow(scope, requests, rows, width);
        }
        List<List<Generation>> result = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            result.add(
                    rows.subList(i * samples, (i + 1) * samples).stream()
                            .map(SampleRow::generation)
                            .toList());
        }
        return result;
    }

    private List<SampleRow> rows(List<GenerationRequest> requests) {
        int positions = forward.config().maxPositions();
        List<SampleRow> rows = new ArrayList<>();
        for (GenerationRequest request : requests) {
            int limit = Math.min(sampling.maxNewTokens(), positions - request.ids().length);
            if (limit < 1) {
                throw new RuntimeFailure(
                        "prompt.too-long",
                        "prompt "
                                + request.promptId()
                                + " has "
                                + request.ids().length
                                + " tokens, the model takes "
                                + positions
                                + " with the response",
                        "shorten the prompt");
            }
            for (int n = 0; n < samples; n++) {
                rows.add(
                        new SampleRow(
                                new SampleRandom(sampling.seed(), request.promptId(), n),
                                request.ids(),
                                limit));
            }
        }
        return rows;
    }

    private void grow(
            Scope scope, List<GenerationRequest> requests, List<SampleRow> all, int width) {
        List<SampleRow> live = all;
        Tensor ids;
        CacheState state;
        try (Scope first = scope.inner()) {
            List<Tensor> read = prefill(first, requests, width);
            int[] spread = IntStream.range(0, all.size()).map(row -> row / samples).toArray();
            state =
                    CacheState.of(
                            forward,
                            scope,
                            read.subList(0, read.size() - 1),
                            starts(first, requests, width),
                            seen(first, requests, width),
                            spread,
                            width + ROOM);
            ids = choose(scope, first, read.getLast(), spread, state, live);
        }
        int place = width;
        while (true) {
            int[] kept = take(live, ids.longs());
            if (kept.length == 0) {
                return;
            }
            control.throwIfEnded();
            if (kept.length <= live.size() * 3 / 4 || place == state.places()) {
                int[] rows =
                        kept.length <= live.size() * 3 / 4
                                ? kept
                                : IntStream.range(0, live.size()).toArray();
                int places = place == state.places() ? place + place / 2 : state.places();
                CacheState smaller = state.take(scope, rows, places);
                state.close();
                state = smaller;
                ids = select(scope, ids, rows);
                live = IntStream.of(rows).mapToObj(live::get).toList();
            }
            Tensor next = advance(scope, state, ids, place++, live);
            ids.close();
            ids = next;
        }
    }

    /// Gives each growing row its token; tells which rows grow on.
    private int[] take(List<SampleRow> live, long[] ids) {
        int[] kept = new int[live.size()];
        int count = 0;
        for (int row = 0; row < live.size(); row++) {
            SampleRow sample = live.get(row);
            if (sample.growing()) {
                int id = (int) ids[row];
                sample.add(id, forward.config().ids().eos().contains(id));
            }
            if (sample.growing()) {
                kept[count++] = row;
            }
        }
        return java.util.Arrays.copyOf(kept, count);
    }

    private List<Tensor> prefill(Scope scope, List<GenerationRequest> requests, int width) {
        long[] ids = new long[requests.size() * width];
        for (int p = 0; p < requests.size(); p++) {
            int[] prompt = requests.get(p).ids();
            for (int t = 0; t < prompt.length; t++) {
                ids[(p + 1) * width - prompt.length + t] = prompt[t];
            }
        }
        Tensor input = scope.longs(ids, requests.size(), width);
        return forward.prefill(scope, input, width, starts(scope, requests, width));
    }

    private static Tensor starts(Scope scope, List<GenerationRequest> requests, int width) {
        long[] start = requests.stream().mapToLong(r -> width - r.ids().length).toArray();
        return scope.longs(start, start.length);
    }

    /// Which ids a prompt holds, [P, V]; one column where no penalty asks.
    private Tensor seen(Scope scope, List<GenerationRequest> requests, int width) {
        boolean needed = sampling.repetitionPenalty() != 1;
        long columns = needed ? forward.config().vocabulary() : 1;
        Tensor seen =
                forward.call("unseen")
                        .with((long) requests.size())
                        .with(columns)
                        .infer(scope)
                        .getFirst();
        if (needed) {
            long[] ids = new long[requests.size() * width];
            for (int p = 0; p < requests.size(); p++) {
                int[] prompt = requests.get(p).ids();
                for (int t = 0; t < width; t++) {
                    ids[p * width + t] = prompt[Math.min(t, prompt.length - 1)];
                }
            }
            Tensor index = scope.longs(ids, requests.size(), width);
            forward.call("mark").with(seen).with(index).infer(scope);
        }
        return seen;
    }

    private Tensor choose(
            Scope out,
            Scope inner,
            Tensor logits,
            int[] spread,
            CacheState state,
            List<SampleRow> live) {
        Tensor rows = select(inner, logits, spread);
        Call call = forward.call("choose").with(rows).with(state.seen());
        return settings(call, inner, live).infer(out).getFirst();
    }

    private Tensor advance(
            Scope out, CacheState state, Tensor ids, int place, List<SampleRow> live) {
        try (Scope inner = out.inner()) {
            Call call =
                    forward.advance(state.cache(), ids, state.start(), place)
                            .with(state.bias())
                            .with(state.seen());
            return settings(call, inner, live).infer(out).getFirst();
        }
    }

    private Call settings(Call call, Scope inner, List<SampleRow> live) {
        double[] uniform = live.stream().mapToDouble(SampleRow::nextUniform).toArray();
        List<int[]> histories =
                sampling.noRepeatNgram() == 0
                        ? List.of()
                        : live.stream().map(SampleRow::history).toList();
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
        GenerationRequest request = new GenerationRequest("history", history);
        try (Scope scope = parent.inner()) {
            Call call =
                    forward.call("process")
                            .with(scope.floats(logits, 1, logits.length))
                            .with(seen(scope, List.of(request), history.length));
            return processors(call, scope, List.of(history)).infer(scope).getFirst().floats();
        }
    }

    private Tensor select(Scope out, Tensor tensor, int[] rows) {
        try (Scope inner = out.inner()) {
            Tensor index = inner.longs(IntStream.of(rows).asLongStream().toArray(), rows.length);
            return forward.call("rows_of").with(tensor).with(index).infer(out).getFirst();
        }
    }
}
