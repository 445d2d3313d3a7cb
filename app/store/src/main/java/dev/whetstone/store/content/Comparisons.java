package dev.whetstone.store.content;

import dev.whetstone.core.project.Comparison;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import dev.whetstone.store.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The project's comparisons, in stored order (which is the order of their pairs everywhere).
public final class Comparisons {
    private static final String COLUMNS =
            "SELECT c.id, c.prompt_id, (SELECT group_concat(hex(response_id), '') FROM"
                    + " (SELECT response_id FROM comparison_response"
                    + " WHERE comparison_id = c.id ORDER BY position)) FROM comparison c ";
    private static final RowMapper<Comparison> MAPPER =
            row -> new Comparison(row.uuid(1), row.uuid(2), ids(row.text(3)));

    private final Database database;

    public Comparisons(Database database) {
        this.database = database;
    }

    /// The comparison of these 2 to 5 responses; added when the project does not have it yet. The
    /// same responses in another order are the same comparison: the result keeps the order in which
    /// it was stored first.
    public Comparison add(UUID promptId, List<UUID> responseIds) {
        UUID id = ContentIds.comparison(promptId, responseIds);
        Comparison wanted = new Comparison(id, promptId, responseIds);
        return database.write(
                Durability.ON_COMMIT,
                sql ->
                        insert(sql, wanted)
                                ? wanted
                                : sql.first(COLUMNS + "WHERE c.id = ?", MAPPER, id).orElseThrow());
    }

    private static boolean insert(Sql sql, Comparison comparison) throws SQLException {
        int added =
                sql.update(
                        "INSERT OR IGNORE INTO comparison (id, prompt_id) VALUES (?, ?)",
                        comparison.id(),
                        comparison.promptId());
        for (int i = 0; added > 0 && i < comparison.responseIds().size(); i++) {
            sql.update(
                    "INSERT INTO comparison_response (comparison_id, position, response_id)"
                            + " VALUES (?, ?, ?)",
                    comparison.id(),
                    i,
                    comparison.responseIds().get(i));
        }
        return added > 0;
    }

    public Optional<Comparison> find(UUID id) {
        return database.read(sql -> sql.first(COLUMNS + "WHERE c.id = ?", MAPPER, id));
    }

    public List<Comparison> ofPrompt(UUID promptId) {
        return database.read(
                sql -> sql.list(COLUMNS + "WHERE c.prompt_id = ? ORDER BY c.n", MAPPER, promptId));
    }

    public long count() {
        return database.read(sql -> sql.number("SELECT count(*) FROM comparison"));
    }

    /// All comparisons, oldest first, one at a time.
    public void forEach(Consumer<Comparison> consumer) {
        database.read(
                sql -> {
                    sql.each(COLUMNS + "ORDER BY c.n", MAPPER, consumer);
                    return true;
                });
    }

    public List<Comparison> all() {
        return database.read(sql -> sql.list(COLUMNS + "ORDER BY c.n", MAPPER));
    }

    private static List<UUID> ids(String hex) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i + 32 <= hex.length(); i += 32) {
            ids.add(
                    new UUID(
                            Long.parseUnsignedLong(hex, i, i + 16, 16),
                            Long.parseUnsignedLong(hex, i + 16, i + 32, 16)));
        }
        return ids;
    }
}
