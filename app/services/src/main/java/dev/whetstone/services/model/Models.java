package dev.whetstone.services.model;

import dev.whetstone.resources.starter.Starter;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds the folder that a model's name means.
public final class Models {
    public static final String STARTER = "starter";

    private final Places places;

    public Models(Places places) {
        this.places = places;
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
                    "Name a folder in Hugging Face layout, or starter.");
        }
        return folder;
    }

    public ModelRef ref(String name) {
        return ModelRef.of(folder(name));
    }

    /// @param adapters PEFT folders, in the order in which they were trained
    public ModelRef ref(String name, List<Path> adapters) {
        return new ModelRef(folder(name), adapters.stream().map(Path::toAbsolutePath).toList());
    }
}
