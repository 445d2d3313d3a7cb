package dev.whetstone.cli.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.ForceOption;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.resources.sample.ClaimsDesk;
import dev.whetstone.resources.sample.CorpusWriter;
import dev.whetstone.resources.starter.Starter;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.SftSettings;
import dev.whetstone.services.file.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes the starter policy again from its recipe; the same recipe gives the same weights.
@Command(name = "train-starter", description = "Train the starter policy from its recipe.")
final class ModelTrainStarter extends WorkerVerb {
    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out = Path.of("");

    @Option(names = "--recipe", defaultValue = "", paramLabel = "FILE")
    private String recipe = "";

    @Mixin private ForceOption force = new ForceOption();

    ModelTrainStarter(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() throws IOException {
        force.mayWrite(out);
        JsonNode chosen =
                recipe.isEmpty()
                        ? JsonFiles.mapper().readTree(Starter.bundled().recipe())
                        : JsonFiles.read(Path.of(recipe), JsonNode.class);
        SftSettings settings =
                JsonFiles.mapper().treeToValue(chosen.path("settings"), SftSettings.class);
        Path corpus = Files.createTempFile("whetstone-corpus", ".jsonl");
        try {
            new CorpusWriter(ClaimsDesk.load())
                    .training(
                            corpus,
                            chosen.at("/corpus/seed").asLong(),
                            chosen.at("/corpus/dialogues").asInt());
            ObjectNode result =
                    run(
                            "Training the starter",
                            new Job.TrainStarter(
                                    corpus,
                                    out.toAbsolutePath(),
                                    ClaimsDesk.chatTemplate(),
                                    settings,
                                    // half the time of fp32 at the same loss
                                    new Device("cpu", 0, DType.BF16)));
            return answer(result);
        } finally {
            Files.deleteIfExists(corpus);
        }
    }
}
