package dev.whetstone.services.judge;

/// What this person has done with a comparison so far.
public enum Standing {
    NEW,
    JUDGED,
    SKIPPED,
    FLAGGED
}
