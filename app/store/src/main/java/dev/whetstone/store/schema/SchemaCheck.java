package dev.whetstone.store.schema;

import dev.whetstone.store.sql.Connections;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares a file's tables, indexes and triggers with those that this program makes. A file with a
/// table missing, changed or added (a trigger, a view) was not written by Whetstone.
public final class SchemaCheck {
    private SchemaCheck() {}

    /// @throws StoreException DAMAGED, naming the first difference
    public static void check(Database database, Schema schema, Path file) {
        Set<String> expected = new HashSet<>(expected(schema));
        List<String> found = database.exclusively(Schema::objects);
        for (String object : found) {
            if (!expected.remove(object)) {
                throw different(file, object);
            }
        }
        if (!expected.isEmpty()) {
            throw different(file, expected.iterator().next());
        }
    }

    private static List<String> expected(Schema schema) {
        try (Database memory = Database.create(Connections.inMemory())) {
            return memory.exclusiveTransaction(
                    sql -> {
                        schema.create(sql);
                        return Schema.objects(sql);
                    });
        }
    }

    private static StoreException different(Path file, String object) {
        return new StoreException(
                StoreError.DAMAGED,
                "%s does not have the tables of a Whetstone project: %s differs"
                        .formatted(file, object.substring(0, object.indexOf(':'))));
    }
}
