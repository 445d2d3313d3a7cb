package dev.whetstone.cli.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.services.engine.EngineEntry;
import java.util.Locale;

/// Engines as lines and as JSON.
final class EngineWords {
    private EngineWords() {}

    static Answer answer(EngineEntry entry) {
        return new Answer(
                json(entry),
                java.util.List.of(line(entry)),
                entry.state() != EngineEntry.State.FAILED);
    }

    static String line(EngineEntry entry) {
        return String.format(
                        Locale.ROOT,
                        "%-12s %-20s %-16s %s",
                        state(entry),
                        entry.name(),
                        (entry.version() + " " + entry.flavor()).strip(),
                        entry.text())
                .stripTrailing();
    }

    static ObjectNode json(EngineEntry entry) {
        return Json.object()
                .put("name", entry.name())
                .put("state", state(entry))
                .put("libtorch", entry.version())
                .put("flavor", entry.flavor())
                .put("bytes", entry.bytes())
                .put("text", entry.text());
    }

    private static String state(EngineEntry entry) {
        return entry.state().name().toLowerCase(Locale.ROOT);
    }
}
