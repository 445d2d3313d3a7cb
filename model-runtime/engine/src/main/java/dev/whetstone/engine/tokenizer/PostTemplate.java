package dev.whetstone.engine.tokenizer;

import java.util.List;

/// Which tokens are put around one text and around a pair.
record PostTemplate(List<Part> single, List<Part> pair) {
    /// Nothing is added.
    static final PostTemplate PLAIN =
            new PostTemplate(
                    List.of(new Part.Text(0, 0)),
                    List.of(new Part.Text(0, 0), new Part.Text(1, 1)));

    /// A place in the template.
    sealed interface Part {
        int type();

        /// @param index 0 for the first text, 1 for the second
        record Text(int index, int type) implements Part {}

        record Special(List<Integer> ids, int type) implements Part {
            public Special {
                ids = List.copyOf(ids);
            }
        }
    }

    PostTemplate {
        single = List.copyOf(single);
        pair = List.copyOf(pair);
    }

    Encoding apply(List<Encoding> texts) {
        var builder = new EncodingBuilder();
        for (var part : texts.size() == 1 ? single : pair) {
            switch (part) {
                case Part.Text(var index, var type) -> builder.addAll(texts.get(index), type);
                case Part.Special(var ids, var type) ->
                        ids.forEach(id -> builder.add(id, 0, 0, type));
            }
        }
        return builder.build();
    }
}
