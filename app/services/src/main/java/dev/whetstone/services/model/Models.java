package dev.whetstone.services.model;

import dev.whetstone.resources.starter.Starter;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the folder that a model's name means.
public final class Models {
    public static final String STARTER = "starter";

    private static final Pattern ITERATION =
            Pattern.compile("(?<project>.+)#(?:(?<run>run-\\d{1,6})/)?iteration-(?<n>\\d{1,6})");

    private final Places places;
    private final Iterations iterations;

    public Models(Places places, Iterations iterations) {
        this.places = places;
        this.iterations = iterations;
    }

    /// @param name a folder in Hugging Face layout, or `starter`
    /// @throws ServiceException `model.missing` when there is none
    public Path folder(String name) {
        if (name.equals(STARTER)) {
            try {
                return Starter.bundled().copyTo(places.cache().resolve("starter"));
            } catch (IOException e) {
                throw new ServiceException(
                        "model.missing",
                        "The starter policy cannot be used: " + e.getMessage() + ".",
                        "Name a folder in Hugging Face layout instead.",
                        e);
            }
        }
        Path folder = Path.of(name).toAbsolutePath();
        if (!Files.isRegularFile(folder.resolve("config.json"))) {
            throw new ServiceException(
                    "model.missing",
                    folder + " holds no config.json.",
                    "Name a folder in Hugging Face layout, starter, or PROJECT#iteration-N.");
        }
        return folder;
    }

    /// @param name a folder in Hugging Face layout, `starter`, or `PROJECT#iteration-N` for
    ///     what the newest run of a project left after that iteration
    ///     (`PROJECT#run-1/iteration-N` for an older run)
    /// @throws ServiceException `model.missing` when there is none
    public ModelRef ref(String name) {
        Matcher iteration = ITERATION.matcher(name);
        if (!iteration.matches() || Files.isDirectory(Path.of(name))) {
            return ModelRef.of(folder(name));
        }
        String run = iteration.group("run");
        return iterations.policy(
                Path.of(iteration.group("project")),
                run == null ? "" : run,
                Integer.parseInt(iteration.group("n")),
                this);
    }

    /// @param adapters PEFT folders, in the order in which they were trained, laid over the model's
    ///     own
    public ModelRef ref(String name, List<Path> adapters) {
        ModelRef model = ref(name);
        List<Path> all = new ArrayList<>(model.adapters());
        for (Path adapter : adapters) {
            if (!Files.isRegularFile(adapter.resolve("adapter_config.json"))) {
                throw new ServiceException(
                        "model.missing",
                        adapter + " holds no adapter_config.json.",
                        "Name the folder of a PEFT adapter.");
            }
            all.add(adapter.toAbsolutePath());
        }
        return new ModelRef(model.folder(), all);
    }
}
