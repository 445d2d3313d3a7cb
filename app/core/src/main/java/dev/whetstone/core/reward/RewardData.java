package dev.whetstone.core.reward;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Labelled pairs with their responses encoded.
public final class RewardData {
    private final List<RewardPair> pairs;
    private final List<ResponseEncoder.Encoded> encoded;
    private final Layout layout;
    private final String encoder;

    private RewardData(
            List<RewardPair> pairs,
            List<ResponseEncoder.Encoded> encoded,
            Layout layout,
            String encoder) {
        this.pairs = pairs;
        this.encoded = encoded;
        this.layout = layout;
        this.encoder = encoder;
    }

    public static RewardData of(List<RewardPair> pairs, ResponseEncoder encoder) {
        List<ResponseEncoder.Item> items = new ArrayList<>();
        for (RewardPair pair : pairs) {
            items.add(new ResponseEncoder.Item(pair.prompt(), pair.a()));
            items.add(new ResponseEncoder.Item(pair.prompt(), pair.b()));
        }
        return new RewardData(
                List.copyOf(pairs), encoder.encode(items), encoder.layout(), encoder.encoderId());
    }

    /// The pairs at the given places.
    public RewardData select(int[] places) {
        return new RewardData(
                IntStream.of(places).mapToObj(pairs::get).toList(),
                IntStream.of(places)
                        .flatMap(i -> IntStream.of(2 * i, 2 * i + 1))
                        .mapToObj(encoded::get)
                        .toList(),
                layout,
                encoder);
    }

    /// Other labels on the texts of these pairs; a text may be labelled several times.
    ///
    /// @param rows where each label's texts stand here
    public RewardData relabelled(List<RewardPair> labels, int[] rows) {
        if (labels.size() != rows.length) {
            throw new IllegalArgumentException(labels.size() + " labels for " + rows.length);
        }
        RewardData texts = select(rows);
        return new RewardData(List.copyOf(labels), texts.encoded, layout, encoder);
    }

    /// The same pairs seen through some of the features.
    public RewardData keeping(Predicate<String> wanted) {
        Map<ResponseEncoder.Encoded, ResponseEncoder.Encoded> seen = new IdentityHashMap<>();
        int[] columns = layout.columns(wanted);
        List<ResponseEncoder.Encoded> kept =
                encoded.stream()
                        .map(one -> seen.computeIfAbsent(one, each -> each.columns(columns)))
                        .toList();
        return new RewardData(pairs, kept, layout.keeping(wanted), encoder);
    }

    public int size() {
        return pairs.size();
    }

    public RewardPair pair(int i) {
        return pairs.get(i);
    }

    public ResponseEncoder.Encoded a(int i) {
        return encoded.get(2 * i);
    }

    public ResponseEncoder.Encoded b(int i) {
        return encoded.get(2 * i + 1);
    }

    Layout layout() {
        return layout;
    }

    String encoder() {
        return encoder;
    }

    List<ResponseEncoder.Encoded> responses() {
        return encoded;
    }

    double[] labels() {
        return pairs.stream().mapToDouble(RewardPair::p).toArray();
    }

    double[] weights() {
        return pairs.stream().mapToDouble(RewardPair::weight).toArray();
    }

    List<String> groups() {
        return pairs.stream().map(RewardPair::group).toList();
    }
}
