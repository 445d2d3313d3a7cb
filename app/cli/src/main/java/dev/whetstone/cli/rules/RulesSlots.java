package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.core.lf.fit.SlotPosition;
import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.RuleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "slots",
        description = "Where a rule's ?slots stand, what other values would do, and the likeliest.")
final class RulesSlots extends ProjectVerb {
    @Parameters(index = "1", paramLabel = "NAME")
    private String name = "";

    @Option(names = "--fit", description = "Move every slot to its likeliest value.")
    private boolean fit;

    @Option(names = "--set", paramLabel = "SLOT=VALUE", description = "Move one slot.")
    private Map<String, Double> set = Map.of();

    @Option(names = "--author", defaultValue = "")
    private String author = "";

    RulesSlots(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        RuleRow row = find(open, name);
        UUID id = row.id();
        set.forEach((slot, value) -> open.rules().setSlot(id, slot, value, author));
        List<SlotScale> scales = fit ? open.rules().fitSlots(id, author) : open.rules().slots(id);
        ObjectNode json = Json.object().put("name", row.name());
        ArrayNode slots = json.putArray("slots");
        List<String> lines = new ArrayList<>();
        if (scales.isEmpty()) {
            lines.add(row.name() + " has no slots");
        }
        for (SlotScale scale : scales) {
            ObjectNode slot = slots.addObject().put("slot", scale.name());
            put(slot.putObject("at"), scale.value());
            put(slot.putObject("likeliest"), scale.best());
            ArrayNode positions = slot.putArray("positions");
            Table table = new Table("Value", "Right", "Wrong", "Silent", "Kept", "Lost", "");
            for (SlotPosition position : scale.positions()) {
                put(positions.addObject(), position);
                table.row(
                        number(position.value()),
                        String.valueOf(position.right()),
                        String.valueOf(position.wrong()),
                        String.valueOf(position.silent()),
                        String.valueOf(position.kept()),
                        String.valueOf(position.lost()),
                        position.equals(scale.best()) ? "likeliest" : "");
            }
            lines.add(
                    "?"
                            + scale.name()
                            + " stands at "
                            + number(scale.value().value())
                            + "; the likeliest value is "
                            + number(scale.best().value()));
            lines.addAll(table.lines());
        }
        return Answer.of(json, lines);
    }

    private static void put(ObjectNode json, SlotPosition position) {
        json.put("value", position.value())
                .put("right", position.right())
                .put("wrong", position.wrong())
                .put("silent", position.silent())
                .put("kept", position.kept())
                .put("lost", position.lost())
                .put("log_likelihood", position.logLikelihood());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
