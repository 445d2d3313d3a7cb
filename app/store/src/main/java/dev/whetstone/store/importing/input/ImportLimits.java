package dev.whetstone.store.importing.input;

/// How much a file may ask of us.
///
/// @param fileBytes after unpacking
/// @param lineBytes of one line of JSON, or one row of CSV
/// @param columns of one row
/// @param rejected rows, before the file is given up as being something else
public record ImportLimits(long fileBytes, int lineBytes, int columns, int rejected) {
    public static final ImportLimits DEFAULT = new ImportLimits(8L << 30, 32 << 20, 1000, 100_000);
}
