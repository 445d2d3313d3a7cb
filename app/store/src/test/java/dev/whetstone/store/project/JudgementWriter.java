package dev.whetstone.store.project;

import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.store.Given;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;

/// The child process of [KillTest]: appends judgements until it is killed, and says each one's id
/// after the append returned.
public final class JudgementWriter {
    private JudgementWriter() {}

    /// @param arguments the project file, and a number that makes the ids of this process its own
    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.out),
                        true,
                        StandardCharsets.UTF_8);
        var ids =
                new dev.whetstone.core.project.Ids(
                        InstantSource.system(), new Random(Long.parseLong(arguments[1])));
        try (ProjectFile project = ProjectFile.open(Path.of(arguments[0]))) {
            Comparison comparison = project.comparisons().all().getFirst();
            UUID annotator = project.annotators().add("ana").id();
            int n = 0;
            while (true) {
                JudgementEvent.Judged given = Given.judged(comparison, annotator, n);
                JudgementEvent event = new JudgementEvent.Judged(ids.next(), given.judgement());
                project.judgements().append(event);
                out.println(event.id());
                n++;
            }
        }
    }
}
