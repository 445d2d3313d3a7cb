package dev.whetstone.services.judge;

import java.util.Optional;

/// One person's place at the work. Every write is durable before the method returns (about 4 ms);
/// drafts are written in the background and lose at most the last second of typing.
public interface Desk extends AutoCloseable {
    /// The comparison in front of the person; empty when the project has none left.
    Optional<Showing> current();

    /// Moves to the next comparison: forward along what was seen, then to the next one that this
    /// person has not judged. Empty when all are judged.
    Optional<Showing> next();

    /// Moves back along what this person saw; empty at the beginning (the place stays).
    Optional<Showing> previous();

    /// Moves to a certain comparison, e.g. from a coverage cell.
    Optional<Showing> open(java.util.UUID comparisonId);

    /// A comparison as this person would see it; the place stays.
    Optional<Showing> look(java.util.UUID comparisonId);

    /// Saves a verdict on another comparison than the one in front of the person, for good. The
    /// place and that comparison's draft stay; it does not come again by itself.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `judgement.empty` without a verdict,
    ///     `comparison.unknown`
    Saved judge(java.util.UUID comparisonId, Draft draft);

    /// Keeps what is typed so far for the current comparison.
    void draft(Draft draft);

    /// Saves the verdict on the current comparison for good and clears its draft. The place stays.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException when the draft has no verdict
    Saved save(Draft draft);

    /// "Not now": to the end of this person's queue.
    void skip();

    void flag(String reason);

    /// Takes back this person's last standing action, across restarts, and goes to its comparison.
    /// Empty when there is nothing to take back.
    Optional<Step> undo();

    /// Takes back the last undo when nothing happened since.
    Optional<Step> redo();

    DeskProgress progress();

    /// Writes what is pending.
    @Override
    void close();
}
