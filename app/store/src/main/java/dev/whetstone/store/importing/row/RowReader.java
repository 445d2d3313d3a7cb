package dev.whetstone.store.importing.row;

/// Reads the rows of one format.
@FunctionalInterface
public interface RowReader {
    ImportedRow read(Fields fields) throws RowRejected;
}
