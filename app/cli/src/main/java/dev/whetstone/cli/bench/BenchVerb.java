package dev.whetstone.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.bench.Measured;
import dev.whetstone.services.job.JobBody;
import java.util.ArrayList;
import java.util.List;

/// A benchmark of this process.
abstract class BenchVerb extends Verb {
    BenchVerb(Shell shell) {
        super(shell);
    }

    Answer measure(String what, JobBody<Measured> body) {
        Measured measured = shell.follow(shell.workbench().jobs().start("Measuring " + what, body));
        ObjectNode json = Json.object().put("schema", 1).put("bench", what);
        json.setAll(measured.figures());
        json.put("peak_rss_mb", measured.peakMegabytes())
                .put("threads", measured.threads())
                .put("device", "cpu")
                .put("dtype", measured.dtype())
                .put("warm_up", measured.warmUp());
        List<String> lines = new ArrayList<>();
        json.properties()
                .forEach(field -> lines.add(field.getKey() + "  " + field.getValue().asText()));
        return Answer.of(json, lines);
    }
}
