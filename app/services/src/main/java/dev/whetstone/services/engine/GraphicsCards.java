package dev.whetstone.services.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Asks NVIDIA's own program, which comes with its driver.
final class GraphicsCards {
    private static final int SECONDS = 5;
    private static final int CELLS = 4;

    private GraphicsCards() {}

    /// None where there is no such program, or it does not answer.
    static List<GraphicsCard> found() {
        try {
            Process process =
                    new ProcessBuilder(
                                    "nvidia-smi",
                                    "--query-gpu=name,memory.total,memory.used,driver_version",
                                    "--format=csv,noheader,nounits")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return List.of();
                }
                return read(new String(process.getInputStream().readAllBytes(), UTF_8));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // there is no such program
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /// @param text lines `name, MiB, MiB, version`
    static List<GraphicsCard> read(String text) {
        List<GraphicsCard> cards = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] cells = line.split(", *", -1);
            if (cells.length == CELLS) {
                cards.add(
                        new GraphicsCard(
                                cells[0].strip(),
                                mebibytes(cells[1]),
                                mebibytes(cells[2]),
                                cells[3]));
            }
        }
        return cards;
    }

    /// Some cards say `[N/A]`.
    private static long mebibytes(String cell) {
        return cell.strip().matches("\\d{1,9}") ? Long.parseLong(cell.strip()) << 20 : 0;
    }
}
