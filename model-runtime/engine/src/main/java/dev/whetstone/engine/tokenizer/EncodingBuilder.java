package dev.whetstone.engine.tokenizer;

import java.util.Arrays;

/// Collects tokens with their places.
final class EncodingBuilder {
    private int[] ids = new int[16];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int[] types = new int[16];
    private int length;

    void add(int id, int start, int end, int type) {
        if (length == ids.length) {
            ids = Arrays.copyOf(ids, length * 2);
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
            types = Arrays.copyOf(types, length * 2);
        }
        ids[length] = id;
        starts[length] = start;
        ends[length] = end;
        types[length] = type;
        length++;
    }

    void addAll(Encoding encoding, int type) {
        for (var i = 0; i < encoding.length(); i++) {
            add(encoding.ids()[i], encoding.starts()[i], encoding.ends()[i], type);
        }
    }

    Encoding build() {
        return new Encoding(
                Arrays.copyOf(ids, length),
                Arrays.copyOf(starts, length),
                Arrays.copyOf(ends, length),
                Arrays.copyOf(types, length));
    }
}
