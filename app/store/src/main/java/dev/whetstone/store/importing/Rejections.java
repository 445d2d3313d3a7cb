package dev.whetstone.store.importing;

/// What rejected rows mean for the rest of an import.
public enum Rejections {
    /// A single rejected row keeps everything out, whatever file it stands in.
    REFUSE,
    /// The sound rows are imported, the others reported.
    LEAVE_OUT
}
