package dev.whetstone.services.sample;

import dev.whetstone.resources.sample.SampleProject;
import dev.whetstone.services.data.DataExchange;
import dev.whetstone.services.data.ImportRequest;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.rules.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/// Fills a project with the bundled sample, through the same import as a user's files.
public final class SampleMaker {
    private SampleMaker() {}

    /// @throws ServiceException `sample.missing` when this build holds no sample
    public static void fill(DataExchange data, Rules rules) {
        through("pool.jsonl", SampleProject::pool, file -> add(data, file, "responses"));
        through("concepts.txt", SampleProject::concepts, file -> rules.addFile(file, ""));
        through(
                "judgements.jsonl",
                SampleProject::judgements,
                file -> add(data, file, "judgements"));
    }

    private static void add(DataExchange data, Path file, String as) {
        data.importFiles(new ImportRequest(List.of(file), "", "", as, "")).join();
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    /// Hands a bundled file to what reads a user's files.
    private static void through(String name, Source source, Consumer<Path> reader) {
        try (InputStream in = source.open()) {
            Path folder = Files.createTempDirectory("whetstone-sample");
            Path file = folder.resolve(name);
            try {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                reader.accept(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new ServiceException(
                    "sample.missing", "The sample cannot be read: " + e.getMessage() + ".", "", e);
        }
    }
}
