package dev.whetstone.services.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.failure.ServiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepliesTest {
    private static final int PAIRS = 300;

    @TempDir Path folder;
    private final WordEncoder runtime = new WordEncoder();
    private SmallProject small;
    private ProjectServices project;
    private Replies replies;

    @BeforeEach
    void open() {
        List<SmallProject.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(new SmallProject.Pair("claim " + i, kind(i), curt(i)));
        }
        small = SmallProject.of(folder, pairs, runtime);
        project = small.services();
        replies = project.detectors().replies();
        project.detectors().add("kind", new Recipe.Head(), "ana");
    }

    @AfterEach
    void close() {
        small.close();
    }

    private static String kind(int i) {
        return "thank you dear customer sorry please number " + i + " case " + i % 7;
    }

    private static String curt(int i) {
        return "denied see policy wording nothing else number " + i + " case " + i % 7;
    }

    private void train() {
        List<Mark> given = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            given.add(new Mark(kind(1000 + i), Mark.Answer.YES));
            given.add(new Mark(curt(1000 + i), Mark.Answer.NO));
        }
        project.detectors().mark("kind", given, "ana");
        project.detectors().train("kind", "ana").join();
    }

    @Test
    void theNextRepliesComeWithTheirPromptsAndNeitherMarkedNorPassedOver() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Reply next = replies.next("kind", seen, 1).getFirst();
            assertThat(next.prompt()).startsWith("claim ");
            assertThat(next.text())
                    .endsWith(
                            next.prompt().substring(6)
                                    + " case "
                                    + Integer.parseInt(next.prompt().substring(6)) % 7);
            assertThat(seen).doesNotContain(next.text());
            if (i % 2 == 0) {
                project.detectors()
                        .mark("kind", List.of(new Mark(next.text(), Mark.Answer.YES)), "ana");
            } else {
                seen.add(next.text());
            }
        }
        assertThat(project.detectors().show("kind").yes()).isEqualTo(10);
    }

    @Test
    void repliesAreFoundByAllTheirWords() {
        assertThat(replies.with(" Denied  number 299 ", 10))
                .containsExactly(new Reply("claim 299", curt(299)));
        assertThat(replies.with("please", 3)).hasSize(3);
        assertThat(replies.with("denied thank", 10)).isEmpty();
    }

    @Test
    void aReadingThatWasCutOffGoesOnAndWhatItReadIsSeen() {
        train();
        runtime.texts.set(0);
        runtime.callsLeft = 1;
        assertThatThrownBy(() -> replies.read("kind", Integer.MAX_VALUE).join())
                .isInstanceOf(CancellationException.class);
        assertThat(replies.found("kind", .5, 3).read()).isEqualTo(256);
        runtime.callsLeft = Integer.MAX_VALUE;
        assertThat(replies.read("kind", Integer.MAX_VALUE).join().read())
                .isEqualTo(2 * PAIRS - 256);
        assertThat(replies.read("kind", Integer.MAX_VALUE).join().read()).isZero();
    }

    @Test
    void asManyAreReadAsAreAskedForInAll() {
        train();
        assertThat(replies.read("kind", 100).join().read()).isEqualTo(100);
        assertThat(replies.read("kind", 130).join().read()).isEqualTo(30);
    }

    @Test
    void nothingIsReadByADetectorThatHasLearntNothing() {
        assertThatThrownBy(() -> replies.read("kind", 10).join())
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.code()).isEqualTo("detector.untrained"));
        assertThat(replies.found("kind", .5, 3).read()).isZero();
    }

    @Test
    void whatWasFoundIsCountedAndListedFromBothEndsAndAroundTheThreshold() {
        train();
        var unused = replies.read("kind", Integer.MAX_VALUE).join();
        Found found = replies.found("kind", .5, 4);
        assertThat(found.replies()).isEqualTo(2 * PAIRS);
        assertThat(found.read()).isEqualTo(2 * PAIRS);
        assertThat(found.kept()).isEqualTo(PAIRS);
        assertThat(found.bins()).hasSize(Found.BINS);
        assertThat(found.bins().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * PAIRS);
        assertThat(found.bins().subList(10, 20).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(PAIRS);
        assertThat(found.highest()).hasSize(4).allMatch(r -> r.reply().text().startsWith("thank"));
        assertThat(found.lowest()).hasSize(4).allMatch(r -> r.reply().text().startsWith("denied"));
        assertThat(found.highest().getFirst().score())
                .isGreaterThanOrEqualTo(found.highest().getLast().score());
        double edge = found.highest().getFirst().score();
        assertThat(replies.found("kind", edge, 1).nearest().getFirst().score()).isEqualTo(edge);
        assertThat(replies.found("kind", 0, 1).kept()).isEqualTo(2 * PAIRS);
    }

    @Test
    void markedRepliesAreLastAmongTheDoubtful() {
        train();
        var unused = replies.read("kind", Integer.MAX_VALUE).join();
        ReadReply doubtful = replies.found("kind", .5, 1).nearest().getFirst();
        project.detectors()
                .mark("kind", List.of(new Mark(doubtful.reply().text(), Mark.Answer.NO)), "ana");
        assertThat(replies.found("kind", .5, 1).nearest().getFirst().reply())
                .isNotEqualTo(doubtful.reply());
        assertThat(replies.found("kind", .5, 2 * PAIRS).nearest().getLast())
                .isEqualTo(new ReadReply(doubtful.reply(), doubtful.score(), ReadReply.Marked.NO));
    }
}
