package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.policy.Generation;
import dev.whetstone.engine.policy.GenerationRequest;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Samples responses. Each batch of prompts is on disk before the next begins; a job that was
/// cut off goes on after the last whole batch and gives the same file.
public final class GenerateJob implements JobHandler<Job.Generate> {
    @Override
    public JsonNode run(Job.Generate job, RunControl control) throws IOException {
        var text = ModelText.of(job.model().folder());
        var requests = requests(job, text);
        var resume = new GenerationResume(job);
        var begin = System.nanoTime();
        try (var policy = Policy.load(job.model(), job.device())) {
            var batch = policy.promptsPerBatch(job.samples());
            var done = resume.find(requests, batch);
            control.progress("generate", done.prompts(), requests.size(), java.util.Map.of());
            var counts = done.counts();
            try (var out = OutputFile.open(job.out(), done.bytes())) {
                var todo = requests.subList(done.prompts(), requests.size());
                policy.generate(
                        todo,
                        job.sampling(),
                        job.samples(),
                        (request, samples) -> {
                            write(out, request, samples, text, counts);
                            if (counts.prompts() % batch == 0) {
                                force(out);
                            }
                        },
                        new OffsetControl(control, done.prompts(), requests.size()));
                out.finish();
            }
            resume.forget();
            return counts.json((System.nanoTime() - begin) / 1e9);
        }
    }

    private static List<GenerationRequest> requests(Job.Generate job, ModelText text)
            throws IOException {
        if (job.samples() < 1) {
            throw new RuntimeFailure("input.samples", "at least one sample a prompt", "");
        }
        var seen = new HashSet<String>();
        var requests = new ArrayList<GenerationRequest>();
        for (var line : JsonLines.read(job.prompts())) {
            var id = line.text("id");
            if (!seen.add(id)) {
                throw line.wrong("id", "'" + id + "' occurs twice");
            }
            try {
                requests.add(new GenerationRequest(id, text.prompt(line.field("prompt"))));
            } catch (RuntimeFailure failure) {
                throw line.at(failure);
            }
        }
        return requests;
    }

    private static void write(
            OutputFile out,
            GenerationRequest request,
            List<Generation> samples,
            ModelText text,
            GenerationCounts counts) {
        var row = JsonLines.JSON.createObjectNode();
        row.put("id", request.promptId());
        var responses = row.putArray("responses");
        for (var sample : samples) {
            responses
                    .addObject()
                    .put("text", text.text(sample.ids()))
                    .put("tokens", sample.ids().length)
                    .put("finished", sample.finished());
            counts.response(sample.ids().length, sample.finished());
        }
        counts.prompt();
        try {
            out.line(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void force(OutputFile out) {
        try {
            out.force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
