package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.Families;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.vote.FamilyBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Rules that tell one story: what a person confirmed, and what the program suggests.
@Command(
        name = "families",
        description = "Rules that tell one story; label models count a family as one witness.")
final class RulesFamilies extends ProjectVerb {
    @Option(
            names = "--confirm",
            arity = "2..*",
            paramLabel = "NAME",
            description = "Make one family of these rules.")
    private List<String> confirm = List.of();

    @Option(names = "--split", paramLabel = "NAME", description = "Take a rule out of its family.")
    private List<String> split = List.of();

    @Option(
            names = "--separate",
            arity = "2..*",
            paramLabel = "NAME",
            description = "Keep these rules apart; they are not suggested again.")
    private List<String> separate = List.of();

    @Option(names = "--by", defaultValue = "", paramLabel = "NAME", description = "Who says so.")
    private String by = "";

    RulesFamilies(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        Families families = open.families();
        split.forEach(name -> families.split(find(open, name).id()));
        if (!confirm.isEmpty()) {
            families.confirm(confirm.stream().map(name -> find(open, name).id()).toList(), by);
        }
        if (!separate.isEmpty()) {
            families.separate(separate.stream().map(name -> find(open, name).id()).toList(), by);
        }
        Map<UUID, String> names = new HashMap<>();
        for (RuleRow row : open.rules().list()) {
            names.put(row.id(), row.name());
        }
        ObjectNode json = Json.object();
        List<String> lines = new ArrayList<>();
        ArrayNode confirmed = json.putArray("confirmed");
        for (FamilyBook.Family family : families.confirmed()) {
            List<String> rules = names(family.rules(), names);
            ObjectNode one = confirmed.addObject();
            rules.forEach(one.putArray("rules")::add);
            one.put("by", family.by()).put("at", family.at().toString());
            lines.add("one family: " + String.join(", ", rules));
        }
        ArrayNode suggested = json.putArray("suggested");
        for (Families.Suggested family : families.suggest()) {
            List<String> rules = names(family.rules(), names);
            ObjectNode one = suggested.addObject();
            rules.forEach(one.putArray("rules")::add);
            family.reasons().forEach(one.putArray("reasons")::add);
            lines.add("suggested: " + String.join(", ", rules));
            family.reasons().forEach(reason -> lines.add("  " + reason));
        }
        if (lines.isEmpty()) {
            lines.add("No rules are known or suspected to tell one story.");
        }
        return Answer.of(json, lines);
    }

    private static List<String> names(List<UUID> rules, Map<UUID, String> names) {
        return rules.stream().map(id -> names.getOrDefault(id, id.toString())).toList();
    }
}
