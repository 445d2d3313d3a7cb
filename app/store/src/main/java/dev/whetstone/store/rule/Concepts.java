package dev.whetstone.store.rule;

import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.util.List;
import java.util.Optional;

/// The project's own concepts and its changes to the shipped ones, with history.
public final class Concepts {
    private static final String COLUMNS =
            "SELECT name, version, entries, author, at FROM concept_version c ";
    private static final RowMapper<ConceptVersion> MAPPER =
            row ->
                    new ConceptVersion(
                            row.text(1),
                            row.integer(2),
                            RuleJson.entries(row.text(3)),
                            row.text(4),
                            row.instant(5));

    private final Database database;

    public Concepts(Database database) {
        this.database = database;
    }

    /// Adds a version, which becomes the current one.
    ///
    /// @throws StoreException CONFLICT when its number is not the next one
    public void save(ConceptVersion concept) {
        database.write(
                Durability.ON_COMMIT,
                sql -> {
                    long latest =
                            sql.number(
                                    "SELECT max(version) FROM concept_version WHERE name = ?",
                                    concept.name());
                    if (concept.version() != latest + 1) {
                        throw new StoreException(
                                StoreError.CONFLICT,
                                "concept \"%s\" is at version %d; version %d cannot follow it"
                                        .formatted(concept.name(), latest, concept.version()));
                    }
                    return sql.update(
                            "INSERT INTO concept_version (name, version, entries, author, at)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            concept.name(),
                            concept.version(),
                            RuleJson.write(concept.entries()),
                            concept.author(),
                            concept.at());
                });
    }

    /// The current version of every concept, by name.
    public List<ConceptVersion> current() {
        return database.read(
                sql ->
                        sql.list(
                                COLUMNS
                                        + "WHERE version = (SELECT max(version) FROM"
                                        + " concept_version v WHERE v.name = c.name)"
                                        + " ORDER BY name",
                                MAPPER));
    }

    public Optional<ConceptVersion> current(String name) {
        return database.read(
                sql ->
                        sql.first(
                                COLUMNS + "WHERE name = ? ORDER BY version DESC LIMIT 1",
                                MAPPER,
                                name));
    }

    /// Every version of a concept, newest first.
    public List<ConceptVersion> history(String name) {
        return database.read(
                sql -> sql.list(COLUMNS + "WHERE name = ? ORDER BY version DESC", MAPPER, name));
    }
}
