package dev.whetstone.services.detectors;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.vote.VoteTable;
import java.nio.file.Path;
import java.util.List;

/// Detectors: small classifiers that rules ask as `detects(X, #name)` and `score(X, #name)`.
/// Reading works in the background; writes are durable on return.
///
/// Methods that name a detector throw [dev.whetstone.services.failure.ServiceException]
/// `detector.unknown` when there is none.
public interface Detectors {
    /// All detectors, by name. Reads marks, so not for a screen's thread.
    List<DetectorRow> list();

    DetectorRow show(String name);

    /// Makes a detector, or gives one another recipe. It is not trained by that.
    ///
    /// @param name without the `#`
    /// @throws dev.whetstone.services.failure.ServiceException `detector.name` or
    ///     `detector.examples`
    DetectorRow add(String name, Recipe recipe, String author);

    /// Keeps what a person says of texts.
    ///
    /// @return how many texts are then marked
    int mark(String name, List<Mark> marks, String author);

    /// Reads marks from JSON lines `{"text", "label"}`, where the label is true or false, yes
    /// or no, 1 or 0; null takes a mark back.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `input.json` with file and line
    int markFile(String name, Path file, String author);

    /// Marks replies of the project by a condition on X, as many that meet it as not: a start where
    /// nobody has marked anything. Such marks are told apart from those of people, and give way to
    /// them.
    ///
    /// @param most replies to mark
    /// @throws dev.whetstone.services.failure.ServiceException `rule.syntax` with the position
    int markWhen(String name, String condition, int most, String author);

    /// Replies of the project that nobody has marked, drawn by lot from as many questions as there
    /// are, half of them where the detector is least sure if it has been trained and has read them.
    List<String> sample(String name, int count, long seed);

    /// Learns from examples and marks, and measures by cross-validation how good that is.
    ///
    /// The job fails with `detector.marks` where there are too few marks.
    JobHandle<DetectorRow> train(String name, String author);

    /// Measures a trained detector on texts that it is not to learn from: JSON lines as
    /// [#markFile] reads them. The detector stays as it is.
    ///
    /// The job fails with `detector.untrained` while it has not been trained.
    JobHandle<Accuracy> test(String name, Path file);

    /// Lets detectors read every text that an active rule wants to know of. Cut off and asked for
    /// again, it goes on where it was.
    ///
    /// @param names all that rules ask, when empty
    JobHandle<ReadReport> run(List<String> names);

    /// Takes a detector away; its history and marks stay.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `detector.used` while an active rule
    ///     asks it
    void remove(String name, String author);

    /// Gives a detector another name. Its marks and what it has read stay its own.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `detector.name`, or `detector.used`
    ///     while a rule asks it, paused ones and suggestions included
    DetectorRow rename(String name, String to, String author);

    /// Brings a detector that was taken away back as it was.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `detector.unknown` when there never
    ///     was one of that name
    DetectorRow restore(String name, String author);

    /// The labels of the text classifier in a folder.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `detector.folder` when it holds none
    List<String> labels(Path folder);

    /// The project's replies, to be marked, read and looked at.
    Replies replies();

    /// Lets the rules of a file vote on a file of pairs, where they may ask this project's
    /// detectors. The project stays as it is.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `detector.untrained`, or
    ///     `rule.syntax` with the position; the job fails with the file and line of a pair
    ///     that cannot be read
    JobHandle<VoteTable> vote(Path pairs, Path rules);

    /// Active rules that wait for detectors.
    List<Waiting> waiting();

    /// Writes a detector to a JSON file: names, texts and plain numbers.
    void exportTo(String name, Path file);

    /// Reads a detector from such a file, in place of one of the same name.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `detector.damaged`, naming the field
    DetectorRow importFrom(Path file, String author);
}
