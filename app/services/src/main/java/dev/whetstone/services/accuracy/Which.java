package dev.whetstone.services.accuracy;

/// Which choices of a part are meant.
public enum Which {
    ALL,
    /// Those that the model predicted wrong.
    WRONG,
    /// Those on which the model and the part's rule take different sides.
    APART
}
