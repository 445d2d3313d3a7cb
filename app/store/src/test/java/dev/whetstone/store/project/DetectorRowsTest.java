package dev.whetstone.store.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.store.Given;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.detect.DetectorMark;
import dev.whetstone.store.detect.DetectorMark.Label;
import dev.whetstone.store.detect.DetectorState;
import dev.whetstone.store.detect.DetectorVersion;
import dev.whetstone.store.detect.TextScore;
import dev.whetstone.store.schema.Migration;
import dev.whetstone.store.schema.Schema;
import dev.whetstone.store.sql.Connections;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.StoreError;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorRowsTest {
    private static final ContentHash ONE = ContentHash.of("one");
    private static final ContentHash TWO = ContentHash.of("two");

    @TempDir Path folder;
    private ProjectFile project;

    @BeforeEach
    void create() {
        project = ProjectFile.create(folder.resolve("p.whetstone"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private static DetectorVersion version(int number, DetectorState state) {
        return new DetectorVersion(
                "polite", number, state, "head", "{\"n\":" + number + "}", ONE, "ana", Given.NOON);
    }

    @Test
    void aDetectorKeepsItsHistory() {
        DetectorVersion first = version(1, DetectorState.UNTRAINED);
        DetectorVersion second = version(2, DetectorState.TRAINED);
        project.detectors().save(first);
        project.detectors().save(second);
        assertThat(project.detectors().current()).containsExactly(second);
        assertThat(project.detectors().current("polite")).contains(second);
        assertThat(project.detectors().history("polite")).containsExactly(second, first);
        assertThatThrownBy(() -> project.detectors().save(second))
                .satisfies(ProjectFileTest.is(StoreError.CONFLICT));
    }

    @Test
    void theNewestMarkOfATextCounts() {
        project.detectorMarks()
                .add(
                        List.of(
                                mark("kind", Label.YES),
                                mark("curt", Label.YES),
                                mark("odd", Label.YES)));
        project.detectorMarks().add(List.of(mark("curt", Label.NO), mark("odd", Label.WITHDRAWN)));
        assertThat(project.detectorMarks().standing("polite"))
                .containsExactly(mark("kind", Label.YES), mark("curt", Label.NO));
        assertThat(project.detectorMarks().standing("rude")).isEmpty();
    }

    private static DetectorMark mark(String text, Label label) {
        return new DetectorMark("polite", text, label, "", "ana", Given.NOON);
    }

    @Test
    void scoresBelongToTheirDetector() {
        byte[] text = new byte[16];
        text[3] = 7;
        project.detectorScores().put(ONE, List.of(new TextScore(text, .25)));
        project.detectorScores().put(TWO, List.of(new TextScore(text, .5)));
        project.detectorScores().put(ONE, List.of(new TextScore(text, .75)));
        assertThat(project.detectorScores().of(ONE))
                .singleElement()
                .satisfies(
                        score -> {
                            assertThat(score.text()).isEqualTo(text);
                            assertThat(score.score()).isEqualTo(.75);
                        });
        project.detectorScores().keepOnly(Set.of(TWO));
        assertThat(project.detectorScores().of(ONE)).isEmpty();
        assertThat(project.detectorScores().of(TWO)).hasSize(1);
    }

    @Test
    void aScoreOutsideItsRangeIsRefused() {
        assertThatThrownBy(
                        () ->
                                project.detectorScores()
                                        .put(ONE, List.of(new TextScore(new byte[16], 1.5))))
                .isInstanceOf(RuntimeException.class);
        assertThat(project.detectorScores().of(ONE)).isEmpty();
    }

    @Test
    void aFileOfTheFirstFormatGetsTheTablesOfDetectors() {
        List<Migration> first = List.of(Schema.current().migrations().getFirst());
        try (Database memory = Database.create(Connections.inMemory())) {
            List<String> migrated =
                    memory.exclusiveTransaction(
                            sql -> {
                                new Schema(first).create(sql);
                                Schema.current().migrate(sql, 1);
                                return Schema.objects(sql);
                            });
            assertThat(migrated)
                    .anyMatch(object -> object.startsWith("table detector_score:"))
                    .isEqualTo(project.database().exclusively(Schema::objects));
        }
    }
}
