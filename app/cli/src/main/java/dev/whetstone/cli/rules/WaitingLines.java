package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.detectors.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Says which rules wait for detectors, and what to do about it.
final class WaitingLines {
    private WaitingLines() {}

    /// One line for the rules whose detectors have texts to read, one for those whose detectors are
    /// not trained.
    static List<String> of(List<Waiting> waiting) {
        List<String> lines = new ArrayList<>();
        Set<String> untrained = new TreeSet<>();
        waiting.forEach(each -> untrained.addAll(each.untrained()));
        long unread = waiting.stream().filter(each -> each.untrained().isEmpty()).count();
        if (unread > 0) {
            lines.add(
                    unread
                            + (unread == 1 ? " rule waits" : " rules wait")
                            + " for detectors to read texts, and"
                            + (unread == 1 ? " does" : " do")
                            + " not vote there; run: whetstone detectors run PROJECT");
        }
        if (!untrained.isEmpty()) {
            lines.add(
                    "not trained, so that rules which ask them do not vote: #"
                            + String.join(", #", untrained)
                            + "; run: whetstone detectors train PROJECT NAME");
        }
        return lines;
    }

    static void put(ObjectNode json, List<Waiting> waiting) {
        ArrayNode all = json.putArray("waiting_for_detectors");
        for (Waiting each : waiting) {
            ObjectNode rule = all.addObject().put("rule", each.rule()).put("pairs", each.pairs());
            each.detectors().forEach(rule.putArray("detectors")::add);
            each.untrained().forEach(rule.putArray("untrained")::add);
        }
    }
}
