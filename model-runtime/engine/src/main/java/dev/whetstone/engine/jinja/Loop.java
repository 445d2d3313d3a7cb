package dev.whetstone.engine.jinja;

import java.util.List;

/// `loop` inside a loop.
record Loop(List<Value> items, int index, long depth) implements Value.Attributes {
    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "index" -> Value.of(index + 1L);
            case "index0" -> Value.of(index);
            case "revindex" -> Value.of(items.size() - index);
            case "revindex0" -> Value.of(items.size() - index - 1L);
            case "first" -> Value.of(index == 0);
            case "last" -> Value.of(index == items.size() - 1);
            case "length" -> Value.of(items.size());
            case "depth" -> Value.of(depth + 1);
            case "depth0" -> Value.of(depth);
            case "previtem" ->
                    index > 0 ? items.get(index - 1) : new Value.Undefined("loop.previtem");
            case "nextitem" ->
                    index + 1 < items.size()
                            ? items.get(index + 1)
                            : new Value.Undefined("loop.nextitem");
            case "cycle" ->
                    (Value.Callable)
                            arguments -> {
                                var choices = arguments.positional();
                                if (choices.isEmpty()) {
                                    throw Failures.render("loop.cycle without choices");
                                }
                                return choices.get(index % choices.size());
                            };
            default -> throw Failures.render("loop." + name + " is not supported");
        };
    }
}
