package dev.whetstone.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.services.bench.BenchTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "encode", description = "Texts a second of the sentence encoder.")
final class BenchEncode extends WorkerVerb {
    @Option(
            names = "--pairs",
            paramLabel = "FILE.jsonl",
            description = "Encode the responses of a pairs file; else made sentences.")
    private List<Path> pairs = List.of();

    @Option(names = "--texts", defaultValue = "600", description = "How many. Default 600.")
    private int texts;

    @Option(names = "--threads", defaultValue = "2", description = "Default 2.")
    private int threads;

    @Option(names = "--repeats", defaultValue = "3", description = "Default 3.")
    private int repeats;

    @Option(names = "--seed", defaultValue = "1", description = "Of made sentences. Default 1.")
    private long seed;

    BenchEncode(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() throws IOException {
        List<String> lines =
                pairs.isEmpty()
                        ? BenchTexts.made(texts, seed)
                        : BenchTexts.responses(pairs.getFirst(), texts);
        Path file = Files.createTempFile("whetstone-bench", ".txt");
        try {
            Files.write(file, lines);
            ObjectNode result =
                    run(
                            "Measuring encode",
                            new Job.Bench(
                                    "encode",
                                    List.of(
                                            "--texts",
                                            file.toString(),
                                            "--threads",
                                            String.valueOf(threads),
                                            "--repeats",
                                            String.valueOf(repeats)),
                                    Map.of()));
            result.put("device", "cpu").put("dtype", "int8");
            result.put("warm_up", result.path("warm_up_texts").asInt() + " texts, not counted");
            RuntimeBench.withLauncher(result);
            return answer(result);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
