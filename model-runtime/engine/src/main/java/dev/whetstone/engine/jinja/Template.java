package dev.whetstone.engine.jinja;

import dev.whetstone.engine.control.RuntimeFailure;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A parsed chat template. Immutable; may be used by several threads.
public final class Template {
    private final List<Node> nodes;

    private Template(List<Node> nodes) {
        this.nodes = nodes;
    }

    /// What came out.
    ///
    /// @param generated the places of the assistant's own words, where the template marks them
    public record Rendering(String text, List<Span> generated) {}

    /// A part of a text in UTF-16 units.
    public record Span(int from, int to) {}

    /// @throws RuntimeFailure `template.syntax` for what is broken or not known, with its line;
    ///     `template.limit`
    public static Template parse(String source) {
        return new Template(TemplateParser.parse(source));
    }

    /// @param variables what the template sees
    /// @param now the time that `strftime_now` tells
    /// @throws RuntimeFailure `template.raised` with the template's own message; `template.render`;
    ///     `template.limit`
    public Rendering render(Map<String, Value> variables, Supplier<LocalDateTime> now) {
        var globals = new Scope(null);
        Functions.all(now).forEach(globals::set);
        var scope = new Scope(globals);
        variables.forEach(scope::set);
        return new Interpreter().run(nodes, scope);
    }
}
