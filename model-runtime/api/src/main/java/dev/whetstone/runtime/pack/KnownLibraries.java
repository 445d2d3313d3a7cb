package dev.whetstone.runtime.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Digests of libraries in published archives, so that a person need not compare them by hand.
public final class KnownLibraries {
    private static final String LIST = "known-libraries.tsv";

    private final Map<String, String> origins;

    private KnownLibraries(Map<String, String> origins) {
        this.origins = Map.copyOf(origins);
    }

    /// The list that comes with the program: `sha256`, tab, file, tab, archive.
    public static KnownLibraries bundled() {
        Map<String, String> origins = new HashMap<>();
        try (InputStream in = KnownLibraries.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("the program has no " + LIST);
            }
            new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> origins.put(cells[0], cells[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KnownLibraries(origins);
    }

    /// The archive that a file comes from, if it is one of the list's.
    public Optional<String> origin(PackFile file) {
        return Optional.ofNullable(origins.get(file.sha256()));
    }
}
