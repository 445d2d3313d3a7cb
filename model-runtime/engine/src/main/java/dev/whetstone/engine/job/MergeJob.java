package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.whetstone.engine.align.Merger;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.Device;
import java.io.IOException;
import java.util.List;

/// Writes a model and its adapters as one folder.
public final class MergeJob implements JobHandler<Job.Merge> {
    /// Only for comparing two ways to the same numbers: what they say does not matter.
    private static final List<String> PROMPTS =
            List.of(
                    "Hello.",
                    "What is two plus two?",
                    "Please write a short reply to this letter.",
                    "Name three colours, separated by commas.",
                    "When was the invoice of 12 March paid?",
                    "Summarise: the roof leaks, and the tenant has asked twice for a repair.",
                    "- one\n- two\n- three",
                    "Grüße aus Köln, 日本, and Ελλάδα!");

    @Override
    public JsonNode run(Job.Merge job, RunControl control) throws IOException {
        var text = ModelText.of(job.model().folder());
        var prompts = PROMPTS.stream().map(TextNode::valueOf).map(text::prompt).toList();
        control.progress("merge", 0, 1, java.util.Map.of());
        var result = Results.of(Merger.merge(job.model(), job.out(), prompts, Device.CPU));
        return result.put("out", job.out().toString());
    }
}
