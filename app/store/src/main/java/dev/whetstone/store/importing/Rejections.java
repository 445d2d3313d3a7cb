package dev.whetstone.store.importing;

/// What rejected rows mean for the rest of the file.
public enum Rejections {
    /// The sound rows are imported, the others reported.
    LEAVE_OUT,
    /// A single rejected row keeps the whole file out.
    REFUSE_FILE
}
