package dev.whetstone.desktop.task;

import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobStatus;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Runs everything at once on the calling thread.
public final class DirectTaskRunner implements TaskRunner {
    @Override
    public <T> TaskHandle run(Work<T> work) {
        T result;
        try {
            result = work.body().run();
        } catch (Exception failure) {
            work.failed().accept(failure);
            return () -> {};
        }
        work.done().accept(result);
        return () -> {};
    }

    @Override
    public <T> void follow(
            JobHandle<T> job,
            Consumer<JobStatus> status,
            Consumer<T> done,
            Consumer<Throwable> failed) {
        status.accept(job.status());
        var subscription = job.onStatus(status);
        var unused =
                job.result()
                        .whenComplete(
                                (result, failure) -> {
                                    subscription.close();
                                    if (failure == null) {
                                        done.accept(result);
                                    } else if (!(failure instanceof CancellationException)) {
                                        failed.accept(failure);
                                    }
                                });
    }

    @Override
    public void onScreen(Runnable action) {
        action.run();
    }

    @Override
    public void close() {
        // nothing runs
    }
}
