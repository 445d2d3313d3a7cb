package dev.whetstone.cli.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.engine.EngineEntry;
import dev.whetstone.services.engine.Engines;
import dev.whetstone.services.engine.GraphicsCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Engines and graphics cards of this machine.")
final class EngineList extends Verb {
    private static final double GIGABYTE = 1e9;

    EngineList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Engines engines = shell.workbench().engines();
        ObjectNode json = Json.object().put("device", engines.device().name());
        ArrayNode list = json.putArray("engines");
        List<String> lines = new ArrayList<>();
        for (EngineEntry entry : engines.list()) {
            list.add(EngineWords.json(entry));
            lines.add(EngineWords.line(entry));
        }
        ArrayNode cards = json.putArray("gpus");
        for (GraphicsCard card : engines.cards()) {
            cards.addObject()
                    .put("name", card.name())
                    .put("memory_bytes", card.memoryBytes())
                    .put("used_bytes", card.usedBytes())
                    .put("driver", card.driver());
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "gpu          %s, %.1f of %.1f GB used, driver %s",
                            card.name(),
                            card.usedBytes() / GIGABYTE,
                            card.memoryBytes() / GIGABYTE,
                            card.driver()));
        }
        lines.add("new work computes on " + engines.device().name());
        return Answer.of(json, lines);
    }
}
