package dev.whetstone.runtime.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.runtime.job.Job;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Map;

/// A worker process whose behaviour is the name of the benchmark that it is asked for.
final class FakeWorker {
    private FakeWorker() {}

    public static void main(String[] arguments) throws IOException {
        var behaviour = System.getProperty("fake.start", "hello");
        if (behaviour.equals("mute")) {
            System.in.transferTo(System.err);
            return;
        }
        var protocol = behaviour.equals("future") ? 99 : Wire.PROTOCOL;
        say(new Reply.Hello(protocol, Map.of("java", "fake"), 2, 1024));
        try (var reader = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                switch (Wire.request(line)) {
                    case Request.Run run -> run(run.id(), (Job.Bench) run.job());
                    case Request.Cancel cancel -> say(new Reply.Cancelled(cancel.id()));
                    case Request.Pause pause -> progress(pause.id(), "paused");
                    case Request.Continue go -> progress(go.id(), "continued");
                    case Request.Stop stop -> {
                        return;
                    }
                }
            }
        }
    }

    private static void run(String id, Job.Bench job) throws IOException {
        switch (job.name()) {
            case "done" -> {
                progress(id, "half");
                say(new Reply.Result(id, JsonNodeFactory.instance.textNode(job.options().get(0))));
            }
            case "fail" -> say(new Reply.Failed(id, "some.code", "what went wrong", "do this"));
            case "exit" -> Runtime.getRuntime().halt(7);
            case "garbage" -> {
                System.out.println("Downloading something, please wait");
                System.out.flush();
            }
            case "wait" -> progress(id, "waiting");
            default -> throw new IllegalArgumentException(job.name());
        }
    }

    private static void progress(String id, String stage) throws IOException {
        say(new Reply.Progress(id, stage, 1, 2, JsonNodeFactory.instance.objectNode()));
    }

    private static void say(Reply reply) throws IOException {
        System.out.println(Wire.line(reply));
        System.out.flush();
    }
}
