package dev.whetstone.spark;

/// A row that is no pair; the message names file and line (of Parquet: row, from 1).
public final class BadPairException extends Exception {
    private static final long serialVersionUID = 1L;

    BadPairException(String message) {
        super(message);
    }
}
