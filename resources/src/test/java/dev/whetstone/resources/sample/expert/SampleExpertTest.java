package dev.whetstone.resources.sample.expert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.resources.sample.ClaimsDesk;
import dev.whetstone.resources.sample.grammar.Grammar;
import dev.whetstone.resources.sample.wish.AttributeDetectors;
import dev.whetstone.resources.sample.wish.WishDetectors;
import dev.whetstone.resources.sample.world.Attribute;
import dev.whetstone.resources.sample.world.CustomerMessage;
import dev.whetstone.resources.sample.world.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// On replies of the grammar, which vary as the starter policy's do.
class SampleExpertTest {
    private static final List<Remark> REMARKS =
            Remark.parse(Grammar.resource(SampleExpertTest.class, "explanations.txt"));
    private static final List<Verdict> VERDICTS = new SampleExpert(answered(), 1).judge(REMARKS);

    private static List<List<Candidate>> answered() {
        ClaimsDesk desk = ClaimsDesk.load();
        AttributeDetectors attributes = new AttributeDetectors();
        WishDetectors wishes = new WishDetectors();
        Random random = new Random(4);
        List<List<Candidate>> answered = new ArrayList<>();
        for (CustomerMessage message : desk.prompts(Split.LOOP, 300)) {
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String reply = desk.reply(message, random).text();
                candidates.add(Candidate.of(message.text(), reply, attributes, wishes));
            }
            answered.add(candidates);
        }
        return answered;
    }

    @Test
    void everyRemarkIsTrueOfItsPair() {
        assertThat(VERDICTS)
                .hasSameSizeAs(REMARKS)
                .allMatch(v -> v.remark().ground().shows(v.winner(), v.loser()));
    }

    @Test
    void noPromptIsJudgedTwice() {
        assertThat(VERDICTS.stream().map(v -> v.winner().prompt()).distinct())
                .hasSameSizeAs(VERDICTS);
    }

    @Test
    void nearlyAlwaysTheResponseThatMeetsMoreWishesWins() {
        List<Verdict> ranked = VERDICTS.stream().filter(v -> v.remark().ground().ranks()).toList();
        long right =
                ranked.stream()
                        .filter(
                                v ->
                                        v.winner().verdict().satisfaction()
                                                > v.loser().verdict().satisfaction())
                        .count();
        assertThat(right / (double) ranked.size()).isBetween(.85, .999);
    }

    @Test
    void theLetterInAnExplanationIsTheSideThatWasShown() {
        Verdict promise =
                VERDICTS.stream()
                        .filter(v -> v.remark().text().contains("{L} promises"))
                        .findFirst()
                        .orElseThrow();
        for (int seed = 0; seed < 8; seed++) {
            JsonNode line = promise.line(new JsonMapper(), Instant.EPOCH, new Random(seed));
            String text = line.path("explanation").path("text").asText();
            int side = text.charAt(0) == 'A' ? 0 : 1;
            String promising =
                    line.path("responses").get(line.path("shown").get(side).asInt()).asText();
            assertThat(new AttributeDetectors().detect(promise.winner().prompt(), promising))
                    .contains(Attribute.COVERAGE_PROMISE);
        }
    }

    @Test
    void theRankingNamesTheWinner() {
        Verdict verdict = VERDICTS.get(0);
        JsonNode line = verdict.line(new JsonMapper(), Instant.EPOCH, new Random(5));
        int best = line.path("ranking").get(0).get(0).asInt();
        assertThat(line.path("responses").get(best).asText())
                .isEqualTo(verdict.winner().response());
    }
}
