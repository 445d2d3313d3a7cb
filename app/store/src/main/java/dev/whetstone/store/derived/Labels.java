package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Label sets, each with its pairs' probabilities.
public final class Labels {
    private static final String COLUMNS =
            "SELECT id, derived_from, model, settings, fit, at FROM label_set ";
    private static final RowMapper<LabelSet> SET =
            row ->
                    new LabelSet(
                            row.uuid(1),
                            ContentHash.ofBytes(row.bytes(2)),
                            row.text(3),
                            row.text(4),
                            row.text(5),
                            row.instant(6));
    private static final RowMapper<PairLabel> LABEL =
            row ->
                    new PairLabel(
                            row.uuid(1), row.integer(2), row.integer(3), row.real(4), row.text(5));

    private final Database database;

    public Labels(Database database) {
        this.database = database;
    }

    /// Stores a set with its labels in one transaction.
    public void save(LabelSet set, Collection<PairLabel> labels) {
        database.write(
                Durability.ON_COMMIT,
                sql -> {
                    sql.update(
                            "INSERT INTO label_set (id, derived_from, model, settings, fit, at)"
                                    + " VALUES (?, ?, ?, ?, ?, ?)",
                            set.id(),
                            set.from().bytes(),
                            set.model(),
                            set.settings(),
                            set.fit(),
                            set.at());
                    long n = sql.number("SELECT n FROM label_set WHERE id = ?", set.id());
                    for (PairLabel label : labels) {
                        sql.update(
                                "INSERT INTO pair_label"
                                        + " (set_n, comparison_id, a, b, p, provenance)"
                                        + " VALUES (?, ?, ?, ?, ?, ?)",
                                n,
                                label.comparisonId(),
                                label.a(),
                                label.b(),
                                label.p(),
                                label.provenance());
                    }
                    return true;
                });
    }

    /// The newest set.
    public Optional<LabelSet> latest() {
        return database.read(sql -> sql.first(COLUMNS + "ORDER BY n DESC LIMIT 1", SET));
    }

    /// All sets, newest first.
    public List<LabelSet> all() {
        return database.read(sql -> sql.list(COLUMNS + "ORDER BY n DESC", SET));
    }

    /// A set's labels in the order of the project's comparisons.
    public List<PairLabel> labels(UUID setId) {
        return database.read(
                sql ->
                        sql.list(
                                "SELECT l.comparison_id, l.a, l.b, l.p, l.provenance"
                                        + " FROM label_set s"
                                        + " JOIN pair_label l ON l.set_n = s.n"
                                        + " JOIN comparison c ON c.id = l.comparison_id"
                                        + " WHERE s.id = ? ORDER BY c.n, l.a, l.b",
                                LABEL,
                                setId));
    }

    public void remove(UUID setId) {
        database.write(
                Durability.SOON, sql -> sql.update("DELETE FROM label_set WHERE id = ?", setId));
    }
}
