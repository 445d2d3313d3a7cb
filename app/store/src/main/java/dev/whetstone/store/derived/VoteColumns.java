package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import java.util.Collection;
import java.util.List;

/// Stored votes; a cache that can be rebuilt from rules and pairs.
public final class VoteColumns {
    private static final RowMapper<VoteColumn> MAPPER =
            row ->
                    new VoteColumn(
                            row.uuid(1),
                            row.integer(2),
                            ContentHash.ofBytes(row.bytes(3)),
                            Votes.of(row.bytes(4)));

    private final Database database;

    public VoteColumns(Database database) {
        this.database = database;
    }

    /// Stores columns; a column of the same rule and pairs is replaced.
    public void put(Collection<VoteColumn> columns) {
        database.write(
                Durability.SOON,
                sql -> {
                    for (VoteColumn column : columns) {
                        sql.update(
                                "INSERT OR REPLACE INTO vote_column"
                                        + " (rule_id, version, derived_from, votes)"
                                        + " VALUES (?, ?, ?, ?)",
                                column.ruleId(),
                                column.ruleVersion(),
                                column.from().bytes(),
                                column.votes().toBytes());
                    }
                    return true;
                });
    }

    public List<VoteColumn> from(ContentHash pairs) {
        return database.read(
                sql ->
                        sql.list(
                                "SELECT rule_id, version, derived_from, votes FROM vote_column"
                                        + " WHERE derived_from = ? ORDER BY rule_id",
                                MAPPER,
                                pairs.bytes()));
    }

    /// Removes the columns of every other list of pairs.
    public void keepOnly(ContentHash pairs) {
        database.write(
                Durability.SOON,
                sql ->
                        sql.update(
                                "DELETE FROM vote_column WHERE derived_from <> ?", pairs.bytes()));
    }
}
