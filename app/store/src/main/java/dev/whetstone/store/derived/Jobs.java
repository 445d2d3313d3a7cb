package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The project's jobs.
public final class Jobs {
    private static final String COLUMNS =
            "SELECT id, kind, state, request, progress, message, result, derived_from, created_at,"
                    + " changed_at FROM job ";
    private static final RowMapper<JobRecord> MAPPER =
            row ->
                    new JobRecord(
                            row.uuid(1),
                            row.text(2),
                            JobState.fromWireName(row.text(3)),
                            row.text(4),
                            row.real(5),
                            row.text(6),
                            row.text(7),
                            ContentHash.ofBytes(row.bytes(8)),
                            row.instant(9),
                            row.instant(10));

    private final Database database;

    public Jobs(Database database) {
        this.database = database;
    }

    /// Stores a job, or its new state when the project already has it.
    public void save(JobRecord job) {
        database.write(
                Durability.SOON,
                sql ->
                        sql.update(
                                "INSERT INTO job (id, kind, state, request, progress, message,"
                                        + " result, derived_from, created_at, changed_at)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                        + " ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
                                        + " progress = excluded.progress,"
                                        + " message = excluded.message,"
                                        + " result = excluded.result,"
                                        + " changed_at = excluded.changed_at",
                                job.id(),
                                job.kind(),
                                job.state().wireName(),
                                job.request(),
                                job.progress(),
                                job.message(),
                                job.result(),
                                job.from().bytes(),
                                job.createdAt(),
                                job.changedAt()));
    }

    public Optional<JobRecord> find(UUID id) {
        return database.read(sql -> sql.first(COLUMNS + "WHERE id = ?", MAPPER, id));
    }

    /// All jobs, newest first.
    public List<JobRecord> all() {
        return database.read(sql -> sql.list(COLUMNS + "ORDER BY n DESC", MAPPER));
    }
}
