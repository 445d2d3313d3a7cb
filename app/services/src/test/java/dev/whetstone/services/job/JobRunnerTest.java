package dev.whetstone.services.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.services.failure.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
    private final AtomicLong clock = new AtomicLong();
    private final JobRunner jobs =
            new JobRunner(Executors.newVirtualThreadPerTaskExecutor(), clock::get);

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void givesTheResultAndLeavesTheList() {
        JobHandle<Integer> job = jobs.start("add", progress -> 40 + 2);

        assertThat(job.join()).isEqualTo(42);
        assertThat(job.status().state()).isEqualTo(JobState.DONE);
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void cancelEndsAtTheNextSafePoint() {
        var entered = new CountDownLatch(1);
        var signalled = new CountDownLatch(1);
        JobHandle<Integer> job =
                jobs.start(
                        "long",
                        progress -> {
                            progress.onSignal(signal -> signalled.countDown());
                            entered.countDown();
                            signalled.await();
                            progress.safePoint();
                            return 1;
                        });
        await(entered);
        job.cancel();

        assertThatThrownBy(job::join).isInstanceOf(CancellationException.class);
        assertThat(job.status().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void pauseHoldsUntilResumed() {
        var atSafePoint = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        List<String> order = new ArrayList<>();
        JobHandle<Integer> job =
                jobs.start(
                        "held",
                        progress -> {
                            atSafePoint.countDown();
                            go.await();
                            progress.safePoint();
                            synchronized (order) {
                                order.add("after the safe point");
                            }
                            return 1;
                        });
        await(atSafePoint);
        job.pause();
        assertThat(job.status().state()).isEqualTo(JobState.PAUSED);
        go.countDown();
        synchronized (order) {
            order.add("resumed");
            job.resume();
        }
        job.join();

        assertThat(order).containsExactly("resumed", "after the safe point");
    }

    @Test
    void keepsTheCodeOfAFailure() {
        JobHandle<Integer> job =
                jobs.start(
                        "fails",
                        progress -> {
                            throw new ServiceException("model.config", "no layers", "");
                        });

        assertThatThrownBy(job::join)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.code()).isEqualTo("model.config"));
        assertThat(job.status().message()).isEqualTo("no layers");
    }

    @Test
    void anUnexpectedErrorBecomesAnInternalFailure() {
        JobHandle<Integer> job =
                jobs.start(
                        "fails",
                        progress -> {
                            throw new IllegalStateException("boom");
                        });

        assertThatThrownBy(job::join)
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.code()).isEqualTo("internal"))
                .hasMessageContaining("boom");
    }

    @Test
    void estimatesTheTimeLeftFromThisStagesOwnWork() {
        JobHandle<JobStatus> job =
                jobs.start(
                        "count",
                        progress -> {
                            progress.stage("train");
                            // 50 were done before the job was resumed
                            progress.units(50, 100);
                            clock.addAndGet(10_000_000_000L);
                            progress.units(60, 100);
                            progress.figures(Map.of("loss", .5));
                            return jobs.running().getFirst().status();
                        });

        assertThat(job.join().secondsLeft()).isEqualTo(40);
        assertThat(job.join().figures()).containsEntry("loss", .5);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
