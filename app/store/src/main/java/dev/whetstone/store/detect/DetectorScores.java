package dev.whetstone.store.detect;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import java.util.Collection;
import java.util.List;

/// What detectors said of texts, so that no text is read twice.
public final class DetectorScores {
    private final Database database;

    public DetectorScores(Database database) {
        this.database = database;
    }

    /// Stores scores, all or none; they are on the disk when this returns.
    public void put(ContentHash fingerprint, Collection<TextScore> scores) {
        database.write(
                Durability.ON_COMMIT,
                sql -> {
                    for (TextScore score : scores) {
                        sql.update(
                                "INSERT OR REPLACE INTO detector_score (fingerprint, text, score)"
                                        + " VALUES (?, ?, ?)",
                                fingerprint.bytes(),
                                score.text(),
                                score.score());
                    }
                    return true;
                });
    }

    public List<TextScore> of(ContentHash fingerprint) {
        return database.read(
                sql ->
                        sql.list(
                                "SELECT text, score FROM detector_score WHERE fingerprint = ?",
                                row -> new TextScore(row.bytes(1), row.real(2)),
                                fingerprint.bytes()));
    }

    /// Removes the scores of every other detector.
    public void keepOnly(Collection<ContentHash> fingerprints) {
        database.write(
                Durability.SOON,
                sql -> {
                    List<ContentHash> stored =
                            sql.list(
                                    "SELECT DISTINCT fingerprint FROM detector_score",
                                    row -> ContentHash.ofBytes(row.bytes(1)));
                    for (ContentHash each : stored) {
                        if (!fingerprints.contains(each)) {
                            sql.update(
                                    "DELETE FROM detector_score WHERE fingerprint = ?",
                                    each.bytes());
                        }
                    }
                    return true;
                });
    }
}
