package dev.whetstone.services.sample;

import dev.whetstone.resources.sample.SampleProject;
import dev.whetstone.services.data.DataExchange;
import dev.whetstone.services.data.ImportRequest;
import dev.whetstone.services.failure.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Fills a project with the bundled sample, through the same import as a user's files.
public final class SampleMaker {
    private SampleMaker() {}

    /// @throws ServiceException `sample.missing` when this build holds no sample
    public static void fill(DataExchange data) {
        add(data, SampleMaker::pool, "responses", "pool.jsonl");
        add(data, SampleMaker::judgements, "judgements", "judgements.jsonl");
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private static InputStream pool() throws IOException {
        return SampleProject.pool();
    }

    private static InputStream judgements() throws IOException {
        return SampleProject.judgements();
    }

    private static void add(DataExchange data, Source source, String as, String name) {
        try (InputStream in = source.open()) {
            Path folder = Files.createTempDirectory("whetstone-sample");
            Path file = folder.resolve(name);
            try {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                data.importFiles(new ImportRequest(List.of(file), "", "", as, "")).join();
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
