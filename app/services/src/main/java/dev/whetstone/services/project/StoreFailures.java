package dev.whetstone.services.project;

import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.util.function.Supplier;

/// Turns the store's failures into the ones that services document.
public final class StoreFailures {
    private StoreFailures() {}

    public static <T> T translate(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            throw of(e);
        }
    }

    public static ServiceException of(StoreException e) {
        return new ServiceException(
                code(e.error()), String.valueOf(e.getMessage()), advice(e.error()), e);
    }

    private static String code(StoreError error) {
        return switch (error) {
            case MISSING -> "file.missing";
            case EXISTS -> "file.exists";
            case NOT_A_PROJECT -> "project.invalid";
            case NEWER_PROJECT -> "project.newer";
            case OLDER_PROJECT -> "project.older";
            case LOCKED -> "project.locked";
            case DAMAGED -> "project.damaged";
            case CONFLICT -> "project.conflict";
            case BAD_INPUT -> "input.invalid";
            case REJECTED -> "input.rejected";
            case TOO_LARGE -> "input.too-large";
            case IO -> "file.io";
        };
    }

    private static String advice(StoreError error) {
        return switch (error) {
            case MISSING -> "Check the path.";
            case EXISTS -> "Choose another name.";
            case NOT_A_PROJECT -> "Make a project with: whetstone new PROJECT";
            case NEWER_PROJECT -> "Install the newer Whetstone.";
            case OLDER_PROJECT -> "Open it once for writing.";
            case LOCKED -> "Close the other program first.";
            case DAMAGED -> "Look closer with: whetstone check PROJECT";
            case CONFLICT, BAD_INPUT, TOO_LARGE -> "";
            case REJECTED ->
                    "Mend the rows, or leave them out with --skip-bad. --dry-run lists every one.";
            case IO -> "Check the disk's space and the file's permissions.";
        };
    }
}
