package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reward models and the scores they gave.
public final class RewardVersions {
    private static final String COLUMNS =
            "SELECT id, number, derived_from, artefact, settings, metrics, at FROM reward_version ";
    private static final RowMapper<RewardVersion> VERSION =
            row ->
                    new RewardVersion(
                            row.uuid(1),
                            row.integer(2),
                            ContentHash.ofBytes(row.bytes(3)),
                            ContentHash.ofBytes(row.bytes(4)),
                            row.text(5),
                            row.text(6),
                            row.instant(7));

    private final Database database;

    public RewardVersions(Database database) {
        this.database = database;
    }

    public int nextNumber() {
        return database.read(sql -> (int) sql.number("SELECT max(number) FROM reward_version") + 1);
    }

    public void save(RewardVersion version) {
        database.write(
                Durability.ON_COMMIT,
                sql ->
                        sql.update(
                                "INSERT INTO reward_version (id, number, derived_from, artefact,"
                                        + " settings, metrics, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                                version.id(),
                                version.number(),
                                version.from().bytes(),
                                version.artefact().bytes(),
                                version.settings(),
                                version.metrics(),
                                version.at()));
    }

    public Optional<RewardVersion> find(int number) {
        return database.read(sql -> sql.first(COLUMNS + "WHERE number = ?", VERSION, number));
    }

    public Optional<RewardVersion> latest() {
        return database.read(sql -> sql.first(COLUMNS + "ORDER BY number DESC LIMIT 1", VERSION));
    }

    /// All versions, newest first.
    public List<RewardVersion> all() {
        return database.read(sql -> sql.list(COLUMNS + "ORDER BY number DESC", VERSION));
    }

    /// Stores scores of a version; a response's earlier score by the same version is replaced.
    public void saveScores(int number, Collection<ResponseScore> scores) {
        database.write(
                Durability.SOON,
                sql -> {
                    for (ResponseScore score : scores) {
                        sql.update(
                                "INSERT OR REPLACE INTO reward_score"
                                        + " (reward_number, response_id, score, uncertainty)"
                                        + " VALUES (?, ?, ?, ?)",
                                number,
                                score.responseId(),
                                score.score(),
                                score.uncertainty());
                    }
                    return true;
                });
    }

    public List<ResponseScore> scores(int number) {
        return database.read(
                sql ->
                        sql.list(
                                "SELECT response_id, score, uncertainty FROM reward_score"
                                        + " WHERE reward_number = ? ORDER BY response_id",
                                row -> new ResponseScore(row.uuid(1), row.real(2), row.real(3)),
                                number));
    }
}
