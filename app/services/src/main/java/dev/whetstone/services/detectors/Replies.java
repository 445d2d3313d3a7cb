package dev.whetstone.services.detectors;

import dev.whetstone.services.job.JobHandle;
import java.util.List;
import java.util.Set;

/// The project's replies as somebody sees them who makes a detector. Not for a screen's thread.
///
/// Methods that name a detector throw [dev.whetstone.services.failure.ServiceException]
/// `detector.unknown` when there is none.
public interface Replies {
    /// Replies to mark next, half of them where the detector is least sure if it has read some.
    ///
    /// @param passed texts that somebody did not want to mark; they do not come again
    List<Reply> next(String name, Set<String> passed, int count);

    /// Replies that contain all of these words, in any order and in upper or lower case.
    List<Reply> with(String words, int most);

    /// Lets a detector read replies of the project, whether rules ask about them or not. What it
    /// has read is not read again; each batch is kept, so that a run that was cut off goes on.
    ///
    /// The job fails with `detector.untrained` while the detector has not been trained.
    ///
    /// @param most replies that it has read in the end
    JobHandle<ReadReport> read(String name, int most);

    /// What a detector says of the replies that it has read.
    ///
    /// @param threshold score from which on a reply is kept, 0 to 1
    /// @param each how many replies are listed of each sort
    Found found(String name, double threshold, int each);
}
