package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.SftTrainer;
import dev.whetstone.engine.align.TokenText;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.disk.WholeFolder;
import dev.whetstone.engine.family.SpecialIds;
import dev.whetstone.engine.text.Learning;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Trains a tokenizer and a small Llama from conversations. It works in a folder beside, which a
/// later run goes on from, and puts a copy of the finished model in place at the end.
public final class TrainStarterJob implements JobHandler<Job.TrainStarter> {
    private static final String WEIGHTS = "model.safetensors";

    @Override
    public JsonNode run(Job.TrainStarter job, RunControl control) throws IOException {
        var work = job.out().resolveSibling(job.out().getFileName() + ".training");
        if (Files.exists(job.out()) && !isCopyOf(work, job.out())) {
            throw new RuntimeFailure(
                    "output.exists", job.out() + " exists already", "Choose another folder.");
        }
        var lines = JsonLines.read(job.corpus());
        control.progress("tokenizer", 0, lines.size(), Map.of());
        var text = StarterText.train(lines, job.chatTemplate(), job.settings().vocabulary());
        var tokenizer = text.vocabulary().tokenizer();
        var end = tokenizer.vocabulary().id(text.end()).orElseThrow();
        var padding = tokenizer.vocabulary().id(text.padding()).orElseThrow();
        var texts = texts(lines, new Learning(tokenizer, text.template(), Set.of(end)));
        control.progress("tokenizer", lines.size(), lines.size(), Map.of());
        var result =
                SftTrainer.run(
                        texts,
                        new SpecialIds(SpecialIds.NONE, List.of(end), padding),
                        job.settings(),
                        job.device(),
                        work,
                        control);
        text.vocabulary().write(work, text.end(), text.padding(), job.settings().maxPositions());
        Files.writeString(work.resolve("chat_template.jinja"), job.chatTemplate());
        if (!Files.exists(job.out())) {
            WholeFolder.write(job.out(), folder -> copyFiles(work, folder));
        }
        WholeFolder.delete(work);
        return Results.of(result)
                .put("texts", texts.size())
                .put("vocabulary", tokenizer.vocabulary().size())
                .put("out", job.out().toString());
    }

    private static List<TokenText> texts(List<JsonLines.Line> lines, Learning learning) {
        var texts = new ArrayList<TokenText>();
        for (var line : lines) {
            try {
                texts.add(learning.text(line.field("messages")));
            } catch (RuntimeFailure failure) {
                throw line.at(failure);
            }
        }
        return texts;
    }

    /// So it is when a run was cut off after the model was in its place.
    private static boolean isCopyOf(Path work, Path out) throws IOException {
        var ours = work.resolve(WEIGHTS);
        var theirs = out.resolve(WEIGHTS);
        return Files.isRegularFile(ours)
                && Files.isRegularFile(theirs)
                && Files.mismatch(ours, theirs) < 0;
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
