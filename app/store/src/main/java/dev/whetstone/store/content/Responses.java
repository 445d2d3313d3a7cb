package dev.whetstone.store.content;

import dev.whetstone.core.project.Response;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import dev.whetstone.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The project's responses.
public final class Responses {
    private static final String COLUMNS = "SELECT id, prompt_id, text, origin FROM response ";
    private static final RowMapper<Response> MAPPER =
            row -> new Response(row.uuid(1), row.uuid(2), row.text(3), row.text(4));

    private final Database database;

    public Responses(Database database) {
        this.database = database;
    }

    /// The response with this text to this prompt; added when the project does not have it yet.
    /// Texts that differ in outer white space are the same response, kept as it came first.
    ///
    /// @param origin who or what wrote it; empty when unknown, and filled in by a later call that
    ///     knows
    public Response add(UUID promptId, String text, String origin) {
        UUID id = ContentIds.response(promptId, text);
        return database.write(
                Durability.ON_COMMIT,
                sql -> {
                    insert(sql, new Response(id, promptId, text, origin));
                    return sql.first(COLUMNS + "WHERE id = ?", MAPPER, id).orElseThrow();
                });
    }

    private static void insert(Sql sql, Response response) throws SQLException {
        int added =
                sql.update(
                        "INSERT OR IGNORE INTO response (id, prompt_id, text, origin)"
                                + " VALUES (?, ?, ?, ?)",
                        response.id(),
                        response.promptId(),
                        response.text(),
                        response.origin());
        if (added > 0) {
            sql.update(
                    "INSERT INTO response_words (rowid, text) VALUES (last_insert_rowid(), ?)",
                    response.text());
        } else if (!response.origin().isEmpty()) {
            sql.update(
                    "UPDATE response SET origin = ? WHERE id = ? AND origin = ''",
                    response.origin(),
                    response.id());
        }
    }

    public Optional<Response> find(UUID id) {
        return database.read(sql -> sql.first(COLUMNS + "WHERE id = ?", MAPPER, id));
    }

    public List<Response> ofPrompt(UUID promptId) {
        return database.read(
                sql -> sql.list(COLUMNS + "WHERE prompt_id = ? ORDER BY n", MAPPER, promptId));
    }

    public long count() {
        return database.read(sql -> sql.number("SELECT count(*) FROM response"));
    }

    /// All responses, oldest first, one at a time.
    public void forEach(Consumer<Response> consumer) {
        database.read(
                sql -> {
                    sql.each(COLUMNS + "ORDER BY n", MAPPER, consumer);
                    return true;
                });
    }

    public List<Response> all() {
        return database.read(sql -> sql.list(COLUMNS + "ORDER BY n", MAPPER));
    }

    /// The best matches for words that a person typed; the last word may be unfinished.
    public List<Response> search(String typed, int limit) {
        String query = Words.query(typed);
        return query.isEmpty()
                ? List.of()
                : database.read(
                        sql ->
                                sql.list(
                                        "SELECT r.id, r.prompt_id, r.text, r.origin"
                                                + " FROM response_words w"
                                                + " JOIN response r ON r.n = w.rowid"
                                                + " WHERE response_words MATCH ?"
                                                + " ORDER BY w.rank, r.n LIMIT ?",
                                        MAPPER,
                                        query,
                                        limit));
    }
}
