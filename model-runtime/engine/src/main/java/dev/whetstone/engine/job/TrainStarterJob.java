package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.SftTrainer;
import dev.whetstone.engine.align.TokenText;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.SpecialIds;
import dev.whetstone.engine.text.Learning;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Trains a tokenizer and a small Llama from conversations. It works in a folder beside, which a
/// later run goes on from, and puts the finished model in place at the end.
public final class TrainStarterJob implements JobHandler<Job.TrainStarter> {
    @Override
    public JsonNode run(Job.TrainStarter job, RunControl control) throws IOException {
        if (Files.exists(job.out())) {
            throw new RuntimeFailure(
                    "output.exists", job.out() + " exists already", "Choose another folder.");
        }
        var work = job.out().resolveSibling(job.out().getFileName() + ".training");
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
        delete(work.resolve("checkpoint"));
        Files.move(work, job.out(), StandardCopyOption.ATOMIC_MOVE);
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

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(
                            file -> {
                                try {
                                    Files.delete(file);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }
}
