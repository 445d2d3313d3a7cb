package dev.whetstone.store.project;

import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What to do when the file to write is already there.
public enum Existing {
    REFUSE,
    REPLACE,
    /// Write to the next free name (`name.2`, `name.3`, ...).
    KEEP;

    /// Where to write instead of, or over, `wanted`.
    ///
    /// @throws StoreException EXISTS when it is there and stays
    public Path target(Path wanted) {
        if (!Files.exists(wanted)) {
            return wanted;
        }
        return switch (this) {
            case REPLACE -> wanted;
            case REFUSE -> throw new StoreException(StoreError.EXISTS, wanted + " exists already");
            case KEEP -> {
                int n = 2;
                Path free = wanted.resolveSibling(wanted.getFileName() + "." + n);
                while (Files.exists(free)) {
                    n++;
                    free = wanted.resolveSibling(wanted.getFileName() + "." + n);
                }
                yield free;
            }
        };
    }
}
