package dev.whetstone.store.judgement;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.judgement.JudgementLog;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.Row;
import dev.whetstone.store.sql.RowMapper;
import dev.whetstone.store.sql.Sql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The stream of judgement events: appended to, never changed. The database itself refuses to
/// update or remove an event.
public final class JudgementEvents {
    private static final String COLUMNS =
            "SELECT id, kind, annotator_id, at, comparison_id, undoes, body FROM judgement_event ";
    private static final RowMapper<JudgementEvent> MAPPER = JudgementEvents::event;

    private final Database database;

    public JudgementEvents(Database database) {
        this.database = database;
    }

    /// Appends one event. When this returns, the event is on the disk and survives a power cut
    /// (inside [dev.whetstone.store.project.ProjectFile#inTransaction], when that returns). An
    /// event whose id the project already has is left as it is.
    public void append(JudgementEvent event) {
        appendAll(List.of(event));
    }

    /// Appends events in one transaction, all or none.
    ///
    /// @return how many of them were new
    public int appendAll(Collection<? extends JudgementEvent> events) {
        return database.write(
                Durability.ON_COMMIT,
                sql -> {
                    int added = 0;
                    for (JudgementEvent event : events) {
                        added += insert(sql, event);
                    }
                    return added;
                });
    }

    /// Every event in the order of appending.
    public List<JudgementEvent> all() {
        return database.read(sql -> sql.list(COLUMNS + "ORDER BY n", MAPPER));
    }

    public List<JudgementEvent> ofComparison(UUID comparisonId) {
        return database.read(
                sql ->
                        sql.list(
                                COLUMNS + "WHERE comparison_id = ? ORDER BY n",
                                MAPPER,
                                comparisonId));
    }

    public Optional<JudgementEvent> find(UUID eventId) {
        return database.read(sql -> sql.first(COLUMNS + "WHERE id = ?", MAPPER, eventId));
    }

    public boolean contains(UUID eventId) {
        return database.read(
                sql -> sql.number("SELECT 1 FROM judgement_event WHERE id = ?", eventId) == 1);
    }

    public long count() {
        return database.read(sql -> sql.number("SELECT count(*) FROM judgement_event"));
    }

    /// The verdicts that hold: not taken back, the newest of each person and comparison.
    public List<Judgement> standing() {
        return JudgementLog.of(all()).judgements();
    }

    /// What this person's next undo takes back: their newest event that stands.
    public Optional<JudgementEvent> lastStanding(UUID annotatorId) {
        List<JudgementEvent> own =
                database.read(
                        sql ->
                                sql.list(
                                        COLUMNS + "WHERE annotator_id = ? ORDER BY n",
                                        MAPPER,
                                        annotatorId));
        List<JudgementEvent> standing = JudgementLog.of(own).standing();
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.getLast());
    }

    private static int insert(Sql sql, JudgementEvent event) throws SQLException {
        return switch (event) {
            case JudgementEvent.Judged judged ->
                    insert(
                            sql,
                            event,
                            "judged",
                            judged.judgement().comparisonId(),
                            EventJson.write(judged.judgement()));
            case JudgementEvent.Skipped skipped ->
                    insert(sql, event, "skipped", skipped.comparisonId(), "{}");
            case JudgementEvent.Flagged flagged ->
                    insert(
                            sql,
                            event,
                            "flagged",
                            flagged.comparisonId(),
                            EventJson.write(new EventJson.Flag(flagged.reason())));
            case JudgementEvent.Undone undone ->
                    sql.update(
                            "INSERT INTO judgement_event"
                                    + " (id, kind, annotator_id, at, undoes, body)"
                                    + " VALUES (?, 'undone', ?, ?, ?, '{}')"
                                    + " ON CONFLICT (id) DO NOTHING",
                            event.id(),
                            event.annotatorId(),
                            event.at(),
                            undone.undoes());
        };
    }

    private static int insert(
            Sql sql, JudgementEvent event, String kind, UUID comparisonId, String body)
            throws SQLException {
        return sql.update(
                "INSERT INTO judgement_event (id, kind, annotator_id, at, comparison_id, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                event.id(),
                kind,
                event.annotatorId(),
                event.at(),
                comparisonId,
                body);
    }

    private static JudgementEvent event(Row row) throws SQLException {
        UUID id = row.uuid(1);
        String kind = row.text(2);
        UUID annotatorId = row.uuid(3);
        return switch (kind) {
            case "judged" ->
                    new JudgementEvent.Judged(
                            id,
                            EventJson.judgement(
                                    row.text(7),
                                    new EventJson.Frame(row.uuid(5), annotatorId, row.instant(4))));
            case "skipped" ->
                    new JudgementEvent.Skipped(id, annotatorId, row.instant(4), row.uuid(5));
            case "flagged" ->
                    new JudgementEvent.Flagged(
                            id,
                            annotatorId,
                            row.instant(4),
                            row.uuid(5),
                            EventJson.flagReason(row.text(7)));
            case "undone" ->
                    new JudgementEvent.Undone(id, annotatorId, row.instant(4), row.uuid(6));
            default -> throw new SQLException("unknown event kind " + kind);
        };
    }
}
