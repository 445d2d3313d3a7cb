package dev.whetstone.store.project;

import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The project's settings: text by key.
public final class Settings {
    private final Database database;

    Settings(Database database) {
        this.database = database;
    }

    public Optional<String> get(String key) {
        return database.read(
                sql ->
                        sql.first(
                                "SELECT value FROM setting WHERE key = ?",
                                row -> row.text(1),
                                key));
    }

    public void put(String key, String value) {
        database.write(
                Durability.ON_COMMIT,
                sql ->
                        sql.update(
                                "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                                key,
                                value));
    }

    public void remove(String key) {
        database.write(
                Durability.ON_COMMIT, sql -> sql.update("DELETE FROM setting WHERE key = ?", key));
    }

    public Map<String, String> all() {
        return database.read(
                sql -> {
                    Map<String, String> all = new TreeMap<>();
                    sql.each(
                            "SELECT key, value FROM setting",
                            row -> Map.entry(row.text(1), row.text(2)),
                            entry -> all.put(entry.getKey(), entry.getValue()));
                    return all;
                });
    }
}
