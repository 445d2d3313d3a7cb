package dev.whetstone.services.judge;

import dev.whetstone.core.project.Annotator;
import java.util.List;

/// Who judges.
public interface Judging {
    List<Annotator> annotators();

    /// The person of that name; added when new.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException when the name is blank
    Annotator annotator(String name);

    /// A person's desk. It remembers where it was across restarts.
    Desk desk(Annotator annotator);
}
