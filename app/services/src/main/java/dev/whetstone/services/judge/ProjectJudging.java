package dev.whetstone.services.judge;

import dev.whetstone.core.project.Annotator;
import dev.whetstone.core.project.Ids;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.OpenProject;
import java.time.InstantSource;
import java.util.List;

/// Judging over the project file.
public final class ProjectJudging implements Judging {
    private final OpenProject project;
    private final InstantSource clock;
    private final Ids ids;

    public ProjectJudging(OpenProject project, InstantSource clock, Ids ids) {
        this.project = project;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<Annotator> annotators() {
        return project.with(file -> file.annotators().all());
    }

    @Override
    public Annotator annotator(String name) {
        if (name.isBlank()) {
            throw new ServiceException("annotator.blank", "A person needs a name.", "");
        }
        return project.with(file -> file.annotators().add(name.strip()));
    }

    @Override
    public Desk desk(Annotator annotator) {
        return new ProjectDesk(project, annotator, clock, ids);
    }
}
