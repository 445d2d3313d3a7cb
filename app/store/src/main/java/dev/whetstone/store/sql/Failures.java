package dev.whetstone.store.sql;

import java.sql.SQLException;
import org.sqlite.SQLiteException;

/// Says in one line what SQLite's result codes mean for a person.
public final class Failures {
    private Failures() {}

    public static StoreException of(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return new StoreException(StoreError.IO, "the project file: " + e.getMessage(), e);
        }
        return switch (sqlite.getResultCode().code & 0xff) {
            case 5, 6 ->
                    new StoreException(
                            StoreError.LOCKED,
                            "another program is writing to the project file; try again",
                            e);
            case 11 ->
                    new StoreException(
                            StoreError.DAMAGED,
                            "the project file is damaged; run: whetstone check --repair",
                            e);
            case 13 ->
                    new StoreException(
                            StoreError.IO, "the disk is full; nothing of this step was saved", e);
            case 14 -> new StoreException(StoreError.IO, "the project file cannot be opened", e);
            case 19 ->
                    new StoreException(
                            StoreError.CONFLICT,
                            "the row contradicts what the project holds: " + e.getMessage(),
                            e);
            case 26 ->
                    new StoreException(
                            StoreError.NOT_A_PROJECT, "the file is not a Whetstone project", e);
            default -> new StoreException(StoreError.IO, "the project file: " + e.getMessage(), e);
        };
    }
}
