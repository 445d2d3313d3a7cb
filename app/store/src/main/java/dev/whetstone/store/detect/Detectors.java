package dev.whetstone.store.detect;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.util.List;
import java.util.Optional;

/// The project's detectors with their history. A change is a new version; nothing is overwritten.
public final class Detectors {
    private static final String COLUMNS =
            "SELECT name, version, state, kind, body, fingerprint, author, at"
                    + " FROM detector_version d ";
    private static final RowMapper<DetectorVersion> MAPPER =
            row ->
                    new DetectorVersion(
                            row.text(1),
                            row.integer(2),
                            DetectorState.fromWireName(row.text(3)),
                            row.text(4),
                            row.text(5),
                            ContentHash.ofBytes(row.bytes(6)),
                            row.text(7),
                            row.instant(8));

    private final Database database;

    public Detectors(Database database) {
        this.database = database;
    }

    /// Adds a version, which becomes the current one.
    ///
    /// @throws StoreException CONFLICT when its number is not the next one
    public void save(DetectorVersion detector) {
        database.write(
                Durability.ON_COMMIT,
                sql -> {
                    long latest =
                            sql.number(
                                    "SELECT max(version) FROM detector_version WHERE name = ?",
                                    detector.name());
                    if (detector.version() != latest + 1) {
                        throw new StoreException(
                                StoreError.CONFLICT,
                                "detector \"%s\" is at version %d; version %d cannot follow it"
                                        .formatted(detector.name(), latest, detector.version()));
                    }
                    return sql.update(
                            "INSERT INTO detector_version"
                                    + " (name, version, state, kind, body, fingerprint, author, at)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            detector.name(),
                            detector.version(),
                            detector.state().wireName(),
                            detector.kind(),
                            detector.body(),
                            detector.fingerprint().bytes(),
                            detector.author(),
                            detector.at());
                });
    }

    /// The current version of every detector, removed ones too, by name.
    public List<DetectorVersion> current() {
        return database.read(
                sql ->
                        sql.list(
                                COLUMNS
                                        + "WHERE version = (SELECT max(version) FROM"
                                        + " detector_version v WHERE v.name = d.name)"
                                        + " ORDER BY name",
                                MAPPER));
    }

    public Optional<DetectorVersion> current(String name) {
        return database.read(
                sql ->
                        sql.first(
                                COLUMNS + "WHERE name = ? ORDER BY version DESC LIMIT 1",
                                MAPPER,
                                name));
    }

    /// Every version of a detector, newest first.
    public List<DetectorVersion> history(String name) {
        return database.read(
                sql -> sql.list(COLUMNS + "WHERE name = ? ORDER BY version DESC", MAPPER, name));
    }
}
