package dev.whetstone.store.content;

import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import dev.whetstone.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The project's prompts.
public final class Prompts {
    private static final String COLUMNS = "SELECT id, turns, source FROM prompt ";
    private static final RowMapper<Prompt> MAPPER =
            row -> new Prompt(row.uuid(1), Turns.read(row.text(2)), row.text(3));

    private final Database database;

    public Prompts(Database database) {
        this.database = database;
    }

    /// The prompt with this content; added when the project does not have it yet.
    ///
    /// @param source attached text that rules read as `S`; empty when none
    public Prompt add(List<Message> turns, String source) {
        Prompt prompt = new Prompt(ContentIds.prompt(turns, source), turns, source);
        database.write(Durability.ON_COMMIT, sql -> insert(sql, prompt));
        return prompt;
    }

    private static boolean insert(Sql sql, Prompt prompt) throws SQLException {
        String text = prompt.text();
        boolean added =
                sql.update(
                                "INSERT OR IGNORE INTO prompt (id, turns, text, source)"
                                        + " VALUES (?, ?, ?, ?)",
                                prompt.id(),
                                Turns.write(prompt.turns()),
                                text,
                                prompt.source())
                        > 0;
        if (added) {
            sql.update(
                    "INSERT INTO prompt_words (rowid, text) VALUES (last_insert_rowid(), ?)", text);
        }
        return added;
    }

    public Optional<Prompt> find(UUID id) {
        return database.read(sql -> sql.first(COLUMNS + "WHERE id = ?", MAPPER, id));
    }

    public long count() {
        return database.read(sql -> sql.number("SELECT count(*) FROM prompt"));
    }

    /// All prompts, oldest first, one at a time.
    public void forEach(Consumer<Prompt> consumer) {
        database.read(
                sql -> {
                    sql.each(COLUMNS + "ORDER BY n", MAPPER, consumer);
                    return true;
                });
    }

    public List<Prompt> all() {
        return database.read(sql -> sql.list(COLUMNS + "ORDER BY n", MAPPER));
    }

    /// The best matches for words that a person typed; the last word may be unfinished.
    public List<Prompt> search(String typed, int limit) {
        String query = Words.query(typed);
        return query.isEmpty()
                ? List.of()
                : database.read(
                        sql ->
                                sql.list(
                                        "SELECT p.id, p.turns, p.source FROM prompt_words w"
                                                + " JOIN prompt p ON p.n = w.rowid"
                                                + " WHERE prompt_words MATCH ?"
                                                + " ORDER BY w.rank, p.n LIMIT ?",
                                        MAPPER,
                                        query,
                                        limit));
    }
}
