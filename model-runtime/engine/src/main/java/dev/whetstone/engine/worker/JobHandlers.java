package dev.whetstone.engine.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Which handler does which kind of job.
public final class JobHandlers {
    private final Map<Class<? extends Job>, Entry<?>> handlers;

    private JobHandlers(Map<Class<? extends Job>, Entry<?>> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    public static Builder builder() {
        return new Builder();
    }

    JsonNode run(Job job, RunControl control) throws IOException {
        var entry = handlers.get(job.getClass());
        if (entry == null) {
            throw new RuntimeFailure(
                    "job.unsupported",
                    "This worker has no handler for the job "
                            + job.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT),
                    "Start the app again: app and worker may be of different versions.");
        }
        return entry.run(job, control);
    }

    private record Entry<J extends Job>(Class<J> kind, JobHandler<J> handler) {
        JsonNode run(Job job, RunControl control) throws IOException {
            return handler.run(kind.cast(job), control);
        }
    }

    /// Collects handlers.
    public static final class Builder {
        private final Map<Class<? extends Job>, Entry<?>> handlers = new HashMap<>();

        private Builder() {}

        public <J extends Job> Builder on(Class<J> kind, JobHandler<J> handler) {
            handlers.put(kind, new Entry<>(kind, handler));
            return this;
        }

        public JobHandlers build() {
            return new JobHandlers(handlers);
        }
    }
}
