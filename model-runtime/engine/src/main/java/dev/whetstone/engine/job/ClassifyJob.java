package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.classifier.Classifier;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.util.Map;

/// Lets a text classifier read texts.
public final class ClassifyJob implements JobHandler<Job.Classify> {
    @Override
    public JsonNode run(Job.Classify job, RunControl control) throws IOException {
        var lines = JsonLines.read(job.texts());
        try (var classifier = Classifier.open(job.folder(), job.device());
                var out = OutputFile.create(job.out())) {
            var unused = classifier.place(job.label());
            for (var i = 0; i < lines.size(); i++) {
                control.throwIfEnded();
                var text = lines.get(i).text("text");
                out.line(
                        JsonLines.JSON
                                .createObjectNode()
                                .put("score", classifier.probability(text, job.label())));
                control.progress("classify", i + 1, lines.size(), Map.of());
            }
            out.finish();
            var result = JsonLines.JSON.createObjectNode().put("rows", lines.size());
            classifier.labels().forEach(result.putArray("labels")::add);
            return result;
        }
    }
}
