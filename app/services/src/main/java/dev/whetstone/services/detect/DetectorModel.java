package dev.whetstone.services.detect;

import dev.whetstone.core.detect.LinearHead;
import java.nio.file.Path;

/// What turns a text into a detector's score.
public sealed interface DetectorModel {
    /// Nothing has been learnt yet.
    record Untrained() implements DetectorModel {}

    /// A head on the embeddings of an encoder.
    ///
    /// @param encoder its id; embeddings of another one mean nothing to the head
    record OnEmbeddings(String encoder, LinearHead head) implements DetectorModel {}

    /// A folder in Hugging Face layout for sequence classification; the score is the probability of
    /// one label.
    ///
    /// @param content hash of its files, so that a folder that has changed is another detector
    record Checkpoint(Path folder, String label, String content) implements DetectorModel {}
}
