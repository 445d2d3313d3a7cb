package dev.whetstone.resources.sample.expert;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// One judgement in the making: a remark and the pair that it is true of.
record Verdict(Remark remark, Candidate winner, Candidate loser) {
    private static final double GOOD_ENOUGH = .99;

    /// A line of a judgements file.
    ObjectNode line(JsonMapper json, Instant at, RandomGenerator random) {
        boolean winnerFirst = random.nextBoolean();
        int w = winnerFirst ? 0 : 1;
        int l = 1 - w;
        ObjectNode line = json.createObjectNode().put("prompt", winner.prompt());
        line.putArray("responses")
                .add(winnerFirst ? winner.response() : loser.response())
                .add(winnerFirst ? loser.response() : winner.response());
        boolean bad = remark.ground() == Ground.BOTH_BAD;
        ArrayNode ranking = line.putArray("ranking");
        if (remark.ground().ranks()) {
            ranking.addArray().add(w);
            ranking.addArray().add(l);
            double gap = winner.verdict().satisfaction() - loser.verdict().satisfaction();
            line.put("strength", gap > .6 ? 3 : gap > .3 ? 2 : 1);
            line.put("acceptable", winner.verdict().satisfaction() > GOOD_ENOUGH);
        } else if (!bad) {
            ranking.addArray().add(0).add(1);
        }
        line.put("both_bad", bad);
        // with letters in the text the stored order is the one shown, so that A cannot be misread
        int leftIndex = remark.text().contains("{") ? 0 : random.nextInt(2);
        explain(
                line.putObject("explanation"),
                w == leftIndex ? "A" : "B",
                w == leftIndex ? "B" : "A");
        line.put("annotator", "mara").put("judged_at", at.toString());
        line.putArray("shown").add(leftIndex).add(1 - leftIndex);
        return line;
    }

    /// The letters are those that the expert saw: A is the response shown on the left.
    private void explain(ObjectNode explanation, String winnerLetter, String loserLetter) {
        String text = remark.text().replace("{W}", winnerLetter).replace("{L}", loserLetter);
        explanation.put("box", remark.box()).put("text", text);
        explanation.putArray("spans");
        explanation.putArray("tags");
    }
}
