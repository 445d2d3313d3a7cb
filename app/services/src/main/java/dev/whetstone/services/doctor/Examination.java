package dev.whetstone.services.doctor;

import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.Workbench;
import dev.whetstone.services.engine.EngineEntry;
import dev.whetstone.services.engine.Engines;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.model.Models;
import dev.whetstone.services.place.Installation;
import dev.whetstone.services.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tries what the program needs: folders it can write, a worker that starts and computes, a model.
public final class Examination {
    private final Places places;
    private final Workbench workbench;

    public Examination(Places places, Workbench workbench) {
        this.places = places;
        this.workbench = workbench;
    }

    private interface Look {
        String found() throws IOException;
    }

    public List<Finding> run(Progress progress) {
        List<Finding> findings = new ArrayList<>();
        progress.stage("Checking");
        look(findings, "java", () -> Runtime.version() + ", " + System.getProperty("os.name"));
        look(findings, "state folder", () -> writable(places.state()));
        look(findings, "cache folder", () -> writable(places.cache()));
        look(
                findings,
                "installation",
                () -> Installation.current().workerClassPath().size() + " jars");
        workbench.engines().list().forEach(entry -> findings.add(engine(entry)));
        look(findings, "worker", () -> encoded(workbench.encoder().with(progress)));
        look(
                findings,
                "starter policy",
                () -> workbench.models().folder(Models.STARTER).toString());
        return findings;
    }

    /// An engine that is absent is no fault; one that was chosen and fails is.
    private static Finding engine(EngineEntry entry) {
        String text =
                entry.state().name().toLowerCase(Locale.ROOT)
                        + (entry.version().isEmpty() ? "" : ", libtorch " + entry.version())
                        + (entry.flavor().isEmpty() ? "" : " " + entry.flavor())
                        + (entry.text().isEmpty() ? "" : ": " + entry.text());
        boolean wrong =
                entry.state() == EngineEntry.State.FAILED
                        || (entry.state() == EngineEntry.State.UNAVAILABLE
                                && entry.name().equals(Engines.BUNDLED));
        return new Finding("engine " + entry.name(), !wrong, text);
    }

    private static void look(List<Finding> findings, String check, Look look) {
        try {
            findings.add(new Finding(check, true, look.found()));
        } catch (ServiceException e) {
            findings.add(new Finding(check, false, e.text() + " " + e.advice()));
        } catch (IOException e) {
            findings.add(new Finding(check, false, String.valueOf(e.getMessage())));
        }
    }

    private static String writable(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
        return folder.toString();
    }

    private static String encoded(TextEncoder encoder) {
        float[] row = encoder.encode(List.of("a sentence"))[0];
        double square = 0;
        for (float x : row) {
            square += (double) x * x;
        }
        if (Math.abs(square - 1) > 1e-3) {
            throw new ServiceException(
                    "worker.embed",
                    "An embedding has length " + Math.sqrt(square) + ", not 1.",
                    "");
        }
        return "computes; " + encoder.id();
    }
}
