package dev.whetstone.store.project;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.derived.AlignIteration;
import dev.whetstone.store.derived.AlignRun;
import dev.whetstone.store.derived.RewardVersion;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.StoreException;
import java.util.ArrayList;
import java.util.List;

/// Looks for damage: pages, references, search index, rows that cannot be read, artefacts.
final class ProjectCheck {
    private static final String INTACT = "ok";
    private static final List<String> INDEXES = List.of("prompt_words", "response_words");

    private final ProjectFile project;
    private final List<String> findings = new ArrayList<>();

    ProjectCheck(ProjectFile project) {
        this.project = project;
    }

    /// @return what is wrong, one line each; empty when all is well
    List<String> run() {
        Database database = project.database();
        findings.addAll(
                database.exclusively(
                        sql -> sql.list("PRAGMA integrity_check(100)", row -> row.text(1))));
        findings.remove(INTACT);
        findings.addAll(
                database.exclusively(
                        sql ->
                                sql.list(
                                        "PRAGMA foreign_key_check",
                                        row ->
                                                "a row of %s refers to a row of %s that is not there"
                                                        .formatted(row.text(1), row.text(3)))));
        INDEXES.forEach(this::searchIndex);
        readable("prompts", () -> project.prompts().forEach(prompt -> {}));
        readable("responses", () -> project.responses().forEach(response -> {}));
        readable("comparisons", () -> project.comparisons().forEach(comparison -> {}));
        readable("judgement events", () -> project.judgements().all());
        readable("rules", () -> project.rules().current());
        readable("detectors", () -> project.detectors().current());
        readable("artefacts", this::artefacts);
        return List.copyOf(findings);
    }

    private void searchIndex(String index) {
        readable(
                "search index",
                () ->
                        project.database()
                                .rehearse(
                                        sql ->
                                                sql.update(
                                                        "INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)"
                                                                .formatted(index, index))));
    }

    private void readable(String what, Runnable reading) {
        try {
            reading.run();
        } catch (StoreException e) {
            findings.add("%s: %s".formatted(what, e.getMessage()));
        }
    }

    private void artefacts() {
        for (RewardVersion version : project.rewards().all()) {
            artefact("reward model " + version.number(), version.artefact());
        }
        for (AlignRun run : project.alignRuns().all()) {
            for (AlignIteration iteration : project.alignRuns().iterations(run.id())) {
                iteration
                        .artefacts()
                        .forEach(
                                (role, hash) ->
                                        artefact(
                                                "iteration %d, %s"
                                                        .formatted(iteration.number(), role),
                                                hash));
            }
        }
    }

    private void artefact(String owner, ContentHash hash) {
        if (!project.artefacts().isIntact(hash)) {
            findings.add(
                    "%s: the artefact %s is %s"
                            .formatted(
                                    owner,
                                    hash,
                                    project.artefacts().contains(hash) ? "changed" : "missing"));
        }
    }

    /// Builds anew what can be built from the rest: indexes and the search index.
    static void rebuild(Database database) {
        database.exclusively(
                sql -> {
                    sql.execute("REINDEX");
                    return true;
                });
        database.exclusiveTransaction(
                sql -> {
                    for (String index : INDEXES) {
                        sql.update(
                                "INSERT INTO %s (%s) VALUES ('rebuild')".formatted(index, index));
                    }
                    return true;
                });
    }
}
