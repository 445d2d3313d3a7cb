package dev.whetstone.services.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.Request;
import dev.whetstone.runtime.worker.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A worker process that dies of a job as often as the job says, with progress before or without,
/// and does it then. The job's options: a file that counts its deaths, how many there are to be,
/// and `moving` or `stuck`.
final class DyingWorker {
    private DyingWorker() {}

    public static void main(String[] arguments) throws IOException {
        say(new Reply.Hello(Wire.PROTOCOL, Map.of(), 1, 1024));
        try (var reader = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                if (Wire.request(line) instanceof Request.Run run) {
                    run(run.id(), (Job.Bench) run.job());
                }
            }
        }
    }

    private static void run(String id, Job.Bench job) throws IOException {
        Path file = Path.of(job.options().get(0));
        int deaths = Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 0;
        if (job.options().get(2).equals("moving")) {
            say(new Reply.Progress(id, "work", deaths, 9, JsonNodeFactory.instance.objectNode()));
        }
        if (deaths < Integer.parseInt(job.options().get(1))) {
            Files.writeString(file, String.valueOf(deaths + 1));
            // as a native abort or a kill from outside
            Runtime.getRuntime().halt(134);
        }
        say(new Reply.Notice(id, "memory is short"));
        say(new Reply.Result(id, JsonNodeFactory.instance.textNode("done")));
    }

    private static void say(Reply reply) throws IOException {
        System.out.println(Wire.line(reply));
        System.out.flush();
    }
}
