package dev.whetstone.desktop.task;

/// What running work may ask and tell.
public interface TaskContext {
    boolean cancelled();

    /// @param done units finished, 0 to `total`
    /// @param total units in all, above 0; 0 while unknown
    /// @param note what is being done now; may be empty
    void progress(long done, long total, String note);
}
