package dev.whetstone.store.content;

import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import java.util.List;
import java.util.UUID;

/// Scores that came with imported responses; one a source and response, the newest stays.
public final class ImportedScores {
    private static final RowMapper<ImportedScore> MAPPER =
            row -> new ImportedScore(row.uuid(1), row.text(2), row.real(3));

    private final Database database;

    public ImportedScores(Database database) {
        this.database = database;
    }

    public void put(ImportedScore score) {
        database.write(
                Durability.ON_COMMIT,
                sql ->
                        sql.update(
                                "INSERT OR REPLACE INTO imported_score"
                                        + " (response_id, source, score) VALUES (?, ?, ?)",
                                score.responseId(),
                                score.source(),
                                score.score()));
    }

    public List<ImportedScore> ofResponse(UUID responseId) {
        return database.read(
                sql ->
                        sql.list(
                                "SELECT response_id, source, score FROM imported_score"
                                        + " WHERE response_id = ? ORDER BY source",
                                MAPPER,
                                responseId));
    }

    public List<ImportedScore> all() {
        return database.read(
                sql ->
                        sql.list(
                                "SELECT response_id, source, score FROM imported_score"
                                        + " ORDER BY response_id, source",
                                MAPPER));
    }
}
