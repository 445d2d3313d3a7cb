package dev.whetstone.store.rule;

import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.Row;
import dev.whetstone.store.sql.RowMapper;
import dev.whetstone.store.sql.Sql;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Labeling functions with their whole history. A change is a new version; nothing is overwritten.
public final class Rules {
    private static final String COLUMNS =
            "SELECT rule_id, version, name, text, state, author, reason, judgement_id,"
                    + " suggested_by, slots, concepts, at FROM rule_version r ";
    private static final String CURRENT =
            "version = (SELECT max(version) FROM rule_version v WHERE v.rule_id = r.rule_id) ";
    private static final RowMapper<RuleVersion> MAPPER = Rules::version;

    private final Database database;

    public Rules(Database database) {
        this.database = database;
    }

    /// Adds a version, which becomes the current one.
    ///
    /// @throws StoreException CONFLICT when its number is not the next one (somebody else saved in
    ///     between) or when another rule has its name
    public void save(RuleVersion rule) {
        database.write(
                Durability.ON_COMMIT,
                sql -> {
                    checkNext(sql, rule);
                    return insert(sql, rule);
                });
    }

    /// Takes a suggestion away that nobody ever took up, with its history: a proposal of a
    /// program is no part of what people said.
    ///
    /// @throws StoreException CONFLICT when it was more than a suggestion at any time
    public void discard(UUID ruleId) {
        database.write(
                Durability.ON_COMMIT,
                sql -> {
                    long taken =
                            sql.number(
                                    "SELECT count(*) FROM rule_version"
                                            + " WHERE rule_id = ? AND state <> 'suggested'",
                                    ruleId);
                    if (taken > 0) {
                        throw new StoreException(
                                StoreError.CONFLICT, "the rule was more than a suggestion");
                    }
                    return sql.update("DELETE FROM rule_version WHERE rule_id = ?", ruleId);
                });
    }

    /// The current version of every rule, in the order of their ids (oldest rule first).
    public List<RuleVersion> current() {
        return database.read(
                sql -> sql.list(COLUMNS + "WHERE " + CURRENT + "ORDER BY rule_id", MAPPER));
    }

    public Optional<RuleVersion> current(UUID ruleId) {
        return database.read(
                sql ->
                        sql.first(
                                COLUMNS + "WHERE rule_id = ? ORDER BY version DESC LIMIT 1",
                                MAPPER,
                                ruleId));
    }

    public Optional<RuleVersion> named(String name) {
        return database.read(
                sql -> sql.first(COLUMNS + "WHERE name = ? AND " + CURRENT, MAPPER, name));
    }

    /// Every version of a rule, newest first.
    public List<RuleVersion> history(UUID ruleId) {
        return database.read(
                sql ->
                        sql.list(
                                COLUMNS + "WHERE rule_id = ? ORDER BY version DESC",
                                MAPPER,
                                ruleId));
    }

    private static void checkNext(Sql sql, RuleVersion rule) throws SQLException {
        long latest =
                sql.number(
                        "SELECT max(version) FROM rule_version WHERE rule_id = ?", rule.ruleId());
        if (rule.version() != latest + 1) {
            throw new StoreException(
                    StoreError.CONFLICT,
                    "rule \"%s\" is at version %d; version %d cannot follow it"
                            .formatted(rule.name(), latest, rule.version()));
        }
        long sameName =
                sql.number(
                        "SELECT count(*) FROM rule_version r WHERE name = ? AND rule_id <> ? AND "
                                + CURRENT,
                        rule.name(),
                        rule.ruleId());
        if (sameName > 0) {
            throw new StoreException(
                    StoreError.CONFLICT, "another rule is called \"" + rule.name() + "\"");
        }
    }

    private static int insert(Sql sql, RuleVersion rule) throws SQLException {
        RuleSource source = rule.source();
        return sql.update(
                "INSERT INTO rule_version (rule_id, version, name, text, state, author, reason,"
                        + " judgement_id, suggested_by, slots, concepts, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rule.ruleId(),
                rule.version(),
                rule.name(),
                rule.text(),
                rule.state().wireName(),
                rule.author(),
                switch (source) {
                    case RuleSource.Written _ -> "written";
                    case RuleSource.Explained _ -> "explained";
                    case RuleSource.Suggested _ -> "suggested";
                },
                source instanceof RuleSource.Explained explained ? explained.judgementId() : null,
                source instanceof RuleSource.Suggested suggested ? suggested.by() : "",
                RuleJson.write(rule.slots()),
                RuleJson.write(rule.concepts()),
                rule.at());
    }

    private static RuleVersion version(Row row) throws SQLException {
        return new RuleVersion(
                row.uuid(1),
                row.integer(2),
                row.text(3),
                row.text(4),
                RuleState.fromWireName(row.text(5)),
                row.text(6),
                switch (row.text(7)) {
                    case "explained" -> new RuleSource.Explained(row.uuid(8));
                    case "suggested" -> new RuleSource.Suggested(row.text(9));
                    default -> new RuleSource.Written();
                },
                RuleJson.slots(row.text(10)),
                RuleJson.concepts(row.text(11)),
                row.instant(12));
    }
}
