package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.align.Merger;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.disk.WholeFolder;
import dev.whetstone.engine.gguf.GgufExport;
import dev.whetstone.engine.gguf.GgufType;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes a model as one GGUF file. Adapters are merged into a folder beside it first, which goes
/// when the file is there.
public final class GgufJob implements JobHandler<Job.Gguf> {
    @Override
    public JsonNode run(Job.Gguf job, RunControl control) throws IOException {
        if (job.model().adapters().isEmpty()) {
            return written(job, job.model().folder(), control);
        }
        var work = job.out().resolveSibling("." + job.out().getFileName() + ".merged");
        // left by a run that was cut off: perhaps of another adapter
        WholeFolder.delete(work);
        try {
            Files.createDirectories(work);
            // the file is named after the model
            var merged = work.resolve(job.model().folder().toAbsolutePath().getFileName());
            Merger.merge(job.model(), merged, List.of(), Device.CPU);
            return written(job, merged, control);
        } finally {
            WholeFolder.delete(work);
        }
    }

    private static JsonNode written(Job.Gguf job, Path folder, RunControl control)
            throws IOException {
        var type =
                switch (job.matrices()) {
                    case F32 -> GgufType.F32;
                    case F16 -> GgufType.F16;
                    case Q8_0 -> GgufType.Q8_0;
                };
        var result = GgufExport.write(folder, job.out(), type, control);
        return JsonLines.JSON
                .createObjectNode()
                .put("tensors", result.tensors())
                .put("bytes", result.bytes())
                .put("type", type.name())
                .put("out", job.out().toString());
    }
}
