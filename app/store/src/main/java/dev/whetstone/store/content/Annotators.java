package dev.whetstone.store.content;

import dev.whetstone.core.project.Annotator;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The people who judge in this project; a name is one person.
public final class Annotators {
    private static final RowMapper<Annotator> MAPPER =
            row -> new Annotator(row.uuid(1), row.text(2));

    private final Database database;

    public Annotators(Database database) {
        this.database = database;
    }

    /// The annotator of this name; added when the project does not have it yet.
    public Annotator add(String name) {
        Annotator annotator = new Annotator(ContentIds.annotator(name), name);
        database.write(
                Durability.ON_COMMIT,
                sql ->
                        sql.update(
                                "INSERT OR IGNORE INTO annotator (id, name) VALUES (?, ?)",
                                annotator.id(),
                                name));
        return annotator;
    }

    public Optional<Annotator> find(UUID id) {
        return database.read(
                sql -> sql.first("SELECT id, name FROM annotator WHERE id = ?", MAPPER, id));
    }

    public Optional<Annotator> named(String name) {
        return database.read(
                sql -> sql.first("SELECT id, name FROM annotator WHERE name = ?", MAPPER, name));
    }

    public List<Annotator> all() {
        return database.read(
                sql -> sql.list("SELECT id, name FROM annotator ORDER BY name", MAPPER));
    }
}
