package dev.whetstone.core.judgement;

import java.time.Instant;
import java.util.UUID;

/// One click, as it is appended to the project's stream. Nothing is ever changed or removed:
/// an undo is an event that names the event it takes back, and a redo takes back the undo.
/// Merging the streams of several experts is a union by `id`.
public sealed interface JudgementEvent {
    UUID id();

    UUID annotatorId();

    Instant at();

    /// A verdict; it replaces the same person's earlier verdict on the comparison.
    record Judged(UUID id, Judgement judgement) implements JudgementEvent {
        @Override
        public UUID annotatorId() {
            return judgement.annotatorId();
        }

        @Override
        public Instant at() {
            return judgement.judgedAt();
        }
    }

    /// "Not now": the comparison goes to the end of this person's queue.
    record Skipped(UUID id, UUID annotatorId, Instant at, UUID comparisonId)
            implements JudgementEvent {}

    /// "Something is wrong with this one", with an optional reason.
    record Flagged(UUID id, UUID annotatorId, Instant at, UUID comparisonId, String reason)
            implements JudgementEvent {}

    /// Takes back the event `undoes`.
    record Undone(UUID id, UUID annotatorId, Instant at, UUID undoes) implements JudgementEvent {}
}
