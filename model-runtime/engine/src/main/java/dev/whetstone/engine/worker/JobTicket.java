package dev.whetstone.engine.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.worker.Reply;
import java.util.Map;

/// One job in the worker's queue. The app's wishes come on the reading thread, the job asks
/// for them on its own: both hold this monitor.
final class JobTicket implements RunControl {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final Job job;
    private final ReplyWriter replies;
    private boolean cancelled;
    private boolean held;

    JobTicket(String id, Job job, ReplyWriter replies) {
        this.id = id;
        this.job = job;
        this.replies = replies;
    }

    String id() {
        return id;
    }

    Job job() {
        return job;
    }

    synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    @Override
    public void progress(String stage, long done, long total, Map<String, Double> metrics) {
        replies.write(
                new Reply.Progress(
                        id, stage, done, total, JSON.convertValue(metrics, ObjectNode.class)));
    }

    @Override
    public void notice(String words) {
        replies.write(new Reply.Notice(id, words));
    }

    @Override
    public synchronized Signal atSafePoint() {
        while (held && !cancelled) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancelled = true;
            }
        }
        return cancelled ? Signal.END : Signal.GO_ON;
    }
}
