package dev.whetstone.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextGroupsTest {
    private static final List<String> HAIL =
            List.of("car", "hail", "dent", "roof", "storm", "windscreen");
    private static final List<String> TRIP =
            List.of("flight", "suitcase", "airport", "hotel", "delay", "luggage");
    private static final List<String> PIPE =
            List.of("water", "kitchen", "pipe", "leak", "carpet", "plumber");

    /// `each` texts of three subjects; text i is of subject i % 3.
    private static List<String> texts(int each, long seed) {
        Random random = new Random(seed);
        List<List<String>> subjects = List.of(HAIL, TRIP, PIPE);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3 * each; i++) {
            List<String> words = new ArrayList<>(subjects.get(i % 3));
            Collections.shuffle(words, random);
            texts.add("please help with my " + String.join(" ", words.subList(0, 4)) + " no " + i);
        }
        return texts;
    }

    private static TextGroups groups(List<String> texts) {
        return TextGroups.of(texts, new WordVectors().encode(texts), 9, () -> {});
    }

    @Test
    void threeSubjectsAreThreeGroups() {
        List<String> texts = texts(20, 1);
        TextGroups found = groups(texts);
        assertThat(found.groups()).isEqualTo(3);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(found.groupOf()[i]).as(texts.get(i)).isEqualTo(found.groupOf()[i % 3]);
        }
    }

    @Test
    void aGroupIsNamedByTheWordsOfItsSubject() {
        List<String> texts = texts(20, 2);
        TextGroups found = groups(texts);
        List<List<String>> names = GroupNames.of(texts, found.groupOf(), found.groups(), 3);
        assertThat(HAIL).containsAll(names.get(found.groupOf()[0]));
        assertThat(TRIP).containsAll(names.get(found.groupOf()[1]));
        assertThat(PIPE).containsAll(names.get(found.groupOf()[2]));
        assertThat(names).allSatisfy(words -> assertThat(words).hasSize(3));
    }

    @Test
    void textsWithoutSharedWordsAreOneGroup() {
        List<String> texts = List.of("alpha", "bravo", "charlie", "delta", "echoes", "foxtrot");
        assertThat(groups(texts).groups()).isEqualTo(1);
    }

    @Property(tries = 30)
    void groupsArePartsOfAllTextsWhateverTheirOrder(
            @ForAll @IntRange(min = 1, max = 25) int each, @ForAll long seed) {
        List<String> texts = texts(each, seed);
        TextGroups found = groups(texts);
        List<Integer> together = found.nearest().stream().flatMap(List::stream).toList();
        assertThat(together)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, texts.size()).boxed().toList());
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(members(shuffled, groups(shuffled))).isEqualTo(members(texts, found));
    }

    private static Set<Set<String>> members(List<String> texts, TextGroups groups) {
        Map<Integer, Set<String>> byGroup = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byGroup.computeIfAbsent(groups.groupOf()[i], g -> new HashSet<>()).add(texts.get(i));
        }
        return new HashSet<>(byGroup.values());
    }

    @Test
    void theSilhouetteOfTwoOppositePointsIsOne() {
        float[][] rows = {{1, 0}, {1, 0}, {0, 1}, {0, 1}};
        SphericalKMeans two = SphericalKMeans.of(rows, 2, 5);
        assertThat(two.groupOf()[0]).isEqualTo(two.groupOf()[1]);
        assertThat(two.groupOf()[2]).isEqualTo(two.groupOf()[3]);
        assertThat(two.groupOf()[0]).isNotEqualTo(two.groupOf()[2]);
        // own centre at cosine 1, the other at cosine 0: (1 - 0) / 1
        assertThat(two.silhouette(rows)).isEqualTo(1);
        assertThat(two.nearest(new float[] {.9f, .1f})).isEqualTo(two.groupOf()[0]);
    }

    @Test
    void moreGroupsThanRowsAreRefused() {
        assertThatThrownBy(() -> SphericalKMeans.of(new float[][] {{1}}, 2, 0))
                .hasMessageContaining("2 groups of 1 rows");
    }
}
