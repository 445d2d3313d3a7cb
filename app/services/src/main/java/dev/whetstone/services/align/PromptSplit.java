package dev.whetstone.services.align;

import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.content.ContentIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Prompts for the iterations, and others to measure on; never the same.
record PromptSplit(List<LoopPrompt> loop, List<LoopPrompt> evaluation) {
    /// @throws ServiceException `align.prompts` when there are too few
    static PromptSplit of(OpenProject project, AlignSettings settings) {
        List<LoopPrompt> all = new ArrayList<>(read(project, settings.prompts()));
        List<LoopPrompt> evaluation;
        if (settings.evaluation().isEmpty()) {
            Collections.shuffle(all, new Random(settings.seed()));
            int held = Math.min(settings.evaluationPrompts(), all.size() / 2);
            evaluation = List.copyOf(all.subList(0, held));
            all.subList(0, held).clear();
        } else {
            List<LoopPrompt> given = LoopPrompt.read(Path.of(settings.evaluation()));
            evaluation = given.subList(0, Math.min(settings.evaluationPrompts(), given.size()));
            Set<Object> heldOut = new HashSet<>();
            evaluation.forEach(p -> heldOut.add(ContentIds.prompt(p.turns(), "")));
            all.removeIf(p -> heldOut.contains(ContentIds.prompt(p.turns(), "")));
        }
        int needed = (settings.iterations() - 1) * settings.promptsPerIteration() + 1;
        if (all.size() < needed || evaluation.size() < 2) {
            throw new ServiceException(
                    "align.prompts",
                    all.size()
                            + " prompts to learn from and "
                            + evaluation.size()
                            + " to measure on are too few for "
                            + settings.iterations()
                            + " iterations of "
                            + settings.promptsPerIteration()
                            + " new prompts.",
                    "Give more prompts, fewer iterations, or fewer prompts an iteration.");
        }
        return new PromptSplit(List.copyOf(all), evaluation);
    }

    private static List<LoopPrompt> read(OpenProject project, String prompts) {
        return prompts.equals("project")
                ? project.content().prompts().values().stream().map(LoopPrompt::of).toList()
                : LoopPrompt.read(Path.of(prompts));
    }
}
