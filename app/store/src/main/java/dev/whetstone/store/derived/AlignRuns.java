package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Alignment runs and their iterations.
public final class AlignRuns {
    private static final String RUNS = "SELECT id, derived_from, settings, at FROM align_run ";
    private static final String ITERATIONS =
            "SELECT run_id, number, state, derived_from, artefacts, report, at"
                    + " FROM align_iteration WHERE run_id = ? ";
    private static final RowMapper<AlignRun> RUN =
            row ->
                    new AlignRun(
                            row.uuid(1),
                            ContentHash.ofBytes(row.bytes(2)),
                            row.text(3),
                            row.instant(4));
    private static final RowMapper<AlignIteration> ITERATION =
            row ->
                    new AlignIteration(
                            row.uuid(1),
                            row.integer(2),
                            IterationState.fromWireName(row.text(3)),
                            ContentHash.ofBytes(row.bytes(4)),
                            ArtefactMap.read(row.text(5)),
                            row.text(6),
                            row.instant(7));

    private final Database database;

    public AlignRuns(Database database) {
        this.database = database;
    }

    public void start(AlignRun run) {
        database.write(
                Durability.ON_COMMIT,
                sql ->
                        sql.update(
                                "INSERT INTO align_run (id, derived_from, settings, at)"
                                        + " VALUES (?, ?, ?, ?)",
                                run.id(),
                                run.from().bytes(),
                                run.settings(),
                                run.at()));
    }

    /// All runs, newest first.
    public List<AlignRun> all() {
        return database.read(sql -> sql.list(RUNS + "ORDER BY n DESC", RUN));
    }

    public Optional<AlignRun> latest() {
        return database.read(sql -> sql.first(RUNS + "ORDER BY n DESC LIMIT 1", RUN));
    }

    /// Stores an iteration, or its new state when the run already has this number.
    public void save(AlignIteration iteration) {
        database.write(
                Durability.ON_COMMIT,
                sql ->
                        sql.update(
                                "INSERT OR REPLACE INTO align_iteration (run_id, number, state,"
                                        + " derived_from, artefacts, report, at)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                                iteration.runId(),
                                iteration.number(),
                                iteration.state().wireName(),
                                iteration.from().bytes(),
                                ArtefactMap.write(iteration.artefacts()),
                                iteration.report(),
                                iteration.at()));
    }

    /// A run's iterations in order.
    public List<AlignIteration> iterations(UUID runId) {
        return database.read(sql -> sql.list(ITERATIONS + "ORDER BY number", ITERATION, runId));
    }

    public Optional<AlignIteration> iteration(UUID runId, int number) {
        return database.read(
                sql -> sql.first(ITERATIONS + "AND number = ?", ITERATION, runId, number));
    }
}
