package dev.whetstone.store.detect;

import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.RowMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What people said of texts for detectors, in the order in which they said it. Nothing is
/// overwritten; the newest mark of a text counts.
public final class DetectorMarks {
    private static final RowMapper<DetectorMark> MAPPER =
            row ->
                    new DetectorMark(
                            row.text(1),
                            row.text(2),
                            DetectorMark.Label.valueOf(row.text(3).toUpperCase(Locale.ROOT)),
                            row.text(4),
                            row.text(5),
                            row.instant(6));

    private final Database database;

    public DetectorMarks(Database database) {
        this.database = database;
    }

    /// Adds marks, all or none.
    public void add(Collection<DetectorMark> marks) {
        database.write(
                Durability.ON_COMMIT,
                sql -> {
                    for (DetectorMark mark : marks) {
                        sql.update(
                                "INSERT INTO detector_mark"
                                        + " (detector, text, label, source, author, at)"
                                        + " VALUES (?, ?, ?, ?, ?, ?)",
                                mark.detector(),
                                mark.text(),
                                mark.label().name().toLowerCase(Locale.ROOT),
                                mark.source(),
                                mark.author(),
                                mark.at());
                    }
                    return true;
                });
    }

    /// The marks of a detector that count, one a text, in the order in which the texts were first
    /// marked.
    public List<DetectorMark> standing(String detector) {
        Map<String, DetectorMark> newest = new LinkedHashMap<>();
        database.read(
                        sql ->
                                sql.list(
                                        "SELECT detector, text, label, source, author, at"
                                                + " FROM detector_mark WHERE detector = ?"
                                                + " ORDER BY n",
                                        MAPPER,
                                        detector))
                .forEach(mark -> newest.put(mark.text(), mark));
        return newest.values().stream()
                .filter(mark -> mark.label() != DetectorMark.Label.WITHDRAWN)
                .toList();
    }
}
