package dev.whetstone.engine.jinja;

import dev.whetstone.engine.control.RuntimeFailure;

/// How templates fail.
final class Failures {
    private Failures() {}

    static RuntimeFailure syntax(int line, String problem) {
        return new RuntimeFailure(
                "template.syntax",
                "chat template, line " + line + ": " + problem,
                "The template uses something that is not supported; nothing is guessed.");
    }

    static RuntimeFailure render(String problem) {
        return new RuntimeFailure("template.render", "chat template: " + problem, "");
    }

    static RuntimeFailure undefined(Value.Undefined value) {
        return render(value.what() + " is undefined");
    }

    /// What the template itself refuses.
    static RuntimeFailure raised(String message) {
        return new RuntimeFailure(
                "template.raised",
                message,
                "The model's chat template does not accept this conversation.");
    }

    static RuntimeFailure limit(String what) {
        return new RuntimeFailure(
                "template.limit",
                "chat template: " + what,
                "The template does far more than a chat template needs. Check where it came from.");
    }
}
