package dev.whetstone.store.project;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.Database;

/// Hashes of what derived data is computed from; two equal hashes mean the same inputs.
public final class Fingerprints {
    private final Database database;

    Fingerprints(Database database) {
        this.database = database;
    }

    /// All prompts, responses and comparisons in stored order (ids are made of contents).
    public ContentHash comparisons() {
        return of(
                "comparisons",
                "SELECT c.id || r.response_id FROM comparison c"
                        + " JOIN comparison_response r ON r.comparison_id = c.id"
                        + " ORDER BY c.n, r.position");
    }

    /// The set of judgement events.
    public ContentHash judgements() {
        return of("judgements", "SELECT id FROM judgement_event ORDER BY id");
    }

    /// The active rules: their texts, slot values and concepts.
    public ContentHash activeRules() {
        ContentHash rules =
                of(
                        "rules",
                        "SELECT CAST(hex(rule_id) || ' ' || version AS BLOB) FROM rule_version r"
                                + " WHERE state = 'active' AND version = (SELECT max(version) FROM"
                                + " rule_version v WHERE v.rule_id = r.rule_id) ORDER BY rule_id");
        ContentHash concepts =
                of(
                        "concepts",
                        "SELECT CAST(name || ' ' || max(version) AS BLOB) FROM concept_version"
                                + " GROUP BY name ORDER BY name");
        return ContentHash.builder().add(rules).add(concepts).build();
    }

    private ContentHash of(String what, String query) {
        return database.read(
                sql -> {
                    ContentHash.Builder hash = ContentHash.builder().add(what);
                    sql.each(query, row -> row.bytes(1), hash::add);
                    return hash.build();
                });
    }
}
