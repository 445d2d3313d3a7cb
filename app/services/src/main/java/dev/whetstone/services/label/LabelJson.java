package dev.whetstone.services.label;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.pair.Choice;

/// A label's provenance as JSON: which rules voted with which weight, and who chose.
public final class LabelJson {
    private LabelJson() {}

    public static String provenance(PairLabel label) {
        ObjectNode json = JsonFiles.object();
        ArrayNode rules = json.putArray("rules");
        for (Contribution part : label.contributions()) {
            rules.addObject()
                    .put("rule", part.ruleId().toString())
                    .put("name", part.rule())
                    .put("vote", part.vote())
                    .put("weight", part.weight());
        }
        ArrayNode judgements = json.putArray("judgements");
        for (Choice choice : label.choices()) {
            judgements.add(choice.judgementId().toString());
        }
        return json.toString();
    }
}
