package dev.whetstone.resources.sample.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.resources.sample.ClaimsDesk;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2}-[0-9]{4}");
    private static final List<Dialogue> CORPUS = ClaimsDesk.load().corpus(11, 4000).toList();

    private static double share(Predicate<Dialogue> condition) {
        return CORPUS.stream().filter(condition).count() / (double) CORPUS.size();
    }

    @Test
    void messagesShowEachTraitAsOftenAsTheWorldSays() {
        Map<Trait, Double> wanted = new EnumMap<>(Trait.class);
        wanted.put(Trait.ASKS_FOR_LIST, .30);
        wanted.put(Trait.GIVES_REFERENCE, .60);
        wanted.put(Trait.ASKS_YES_NO, .40);
        wanted.put(Trait.UPSET, .30);
        wanted.put(Trait.ASKS_DAYS, .25);
        wanted.put(Trait.ASKS_SHORT, .20);
        wanted.put(Trait.SEVERAL_QUESTIONS, .25);
        wanted.forEach(
                (trait, share) ->
                        assertThat(share(d -> d.message().has(trait)))
                                .as(trait.name())
                                .isBetween(share - .03, share + .03));
    }

    @Test
    void everyAttributeIsNeitherRareNorTheRule() {
        for (Attribute attribute : Attribute.values()) {
            if (attribute != Attribute.WRONG_REFERENCE) {
                assertThat(share(d -> d.reply().has(attribute)))
                        .as(attribute.wireName())
                        .isBetween(.2, .8);
            }
        }
    }

    @Test
    void someReferencesAreWrongAndMostAreRight() {
        double wrong = share(d -> d.reply().has(Attribute.WRONG_REFERENCE));
        assertThat(wrong).isBetween(.05, share(d -> d.reply().has(Attribute.REFERENCE)) / 2);
    }

    @Test
    void noTwoAttributesAreNearlyTheSame() {
        for (Attribute a : Attribute.values()) {
            for (Attribute b : Attribute.values()) {
                double both = share(d -> d.reply().has(a) && d.reply().has(b));
                double either = share(d -> d.reply().has(a) || d.reply().has(b));
                if (a != b) {
                    assertThat(both / either).as(a + " and " + b).isLessThan(.6);
                }
            }
        }
    }

    @Test
    void repliesHaveTwoToNineSentences() {
        assertThat(CORPUS).allMatch(d -> d.reply().sentences() >= 2 && d.reply().sentences() <= 9);
        assertThat(share(d -> d.reply().sentences() <= 4)).isGreaterThan(.08);
        assertThat(share(d -> d.reply().sentences() >= 8)).isGreaterThan(.2);
    }

    @Test
    void theReferenceInTheReplyIsTheMessagesUnlessMarkedWrong() {
        for (Dialogue dialogue : CORPUS) {
            Matcher found = REFERENCE.matcher(dialogue.reply().text());
            Set<String> given = new HashSet<>();
            while (found.find()) {
                given.add(found.group());
            }
            assertThat(given.isEmpty()).isNotEqualTo(dialogue.reply().has(Attribute.REFERENCE));
            if (!given.isEmpty()) {
                assertThat(given.contains(dialogue.message().reference()))
                        .isNotEqualTo(dialogue.reply().has(Attribute.WRONG_REFERENCE));
            }
        }
    }

    @Test
    void noTemplateSyntaxReachesTheText() {
        assertThat(CORPUS)
                .noneMatch(
                        d -> (d.message().text() + d.reply().text()).matches("(?s).*[{}|@\\[].*"))
                .noneMatch(d -> d.reply().text().contains("  "));
    }

    @Test
    void theSameSeedGivesTheSameCorpus() {
        assertThat(ClaimsDesk.load().corpus(11, 50).toList()).isEqualTo(CORPUS.subList(0, 50));
        assertThat(ClaimsDesk.load().corpus(12, 50).toList()).isNotEqualTo(CORPUS.subList(0, 50));
    }
}
