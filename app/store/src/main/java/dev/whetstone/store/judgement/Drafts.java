package dev.whetstone.store.judgement;

import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Autosaved drafts, one a person and comparison. Saving is cheap enough for every keystroke: a
/// crash of the program loses nothing, a power cut at most the last moments.
public final class Drafts {
    private static final String COLUMNS =
            "SELECT annotator_id, comparison_id, saved_at, body FROM draft ";
    private static final RowMapper<Draft> MAPPER =
            row -> new Draft(row.uuid(1), row.uuid(2), row.instant(3), row.text(4));

    private final Database database;

    public Drafts(Database database) {
        this.database = database;
    }

    public void save(Draft draft) {
        database.write(
                Durability.SOON,
                sql ->
                        sql.update(
                                "INSERT OR REPLACE INTO draft"
                                        + " (annotator_id, comparison_id, saved_at, body)"
                                        + " VALUES (?, ?, ?, ?)",
                                draft.annotatorId(),
                                draft.comparisonId(),
                                draft.savedAt(),
                                draft.body()));
    }

    public Optional<Draft> find(UUID annotatorId, UUID comparisonId) {
        return database.read(
                sql ->
                        sql.first(
                                COLUMNS + "WHERE annotator_id = ? AND comparison_id = ?",
                                MAPPER,
                                annotatorId,
                                comparisonId));
    }

    /// This person's drafts, newest first.
    public List<Draft> of(UUID annotatorId) {
        return database.read(
                sql ->
                        sql.list(
                                COLUMNS + "WHERE annotator_id = ? ORDER BY saved_at DESC",
                                MAPPER,
                                annotatorId));
    }

    public void remove(UUID annotatorId, UUID comparisonId) {
        database.write(
                Durability.SOON,
                sql ->
                        sql.update(
                                "DELETE FROM draft WHERE annotator_id = ? AND comparison_id = ?",
                                annotatorId,
                                comparisonId));
    }
}
