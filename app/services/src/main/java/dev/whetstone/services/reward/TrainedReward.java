package dev.whetstone.services.reward;

import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.core.reward.ResponseFeatures;
import dev.whetstone.core.reward.RewardModel;
import dev.whetstone.core.reward.RewardModelFiles;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.vote.RuleFiles;
import dev.whetstone.services.vote.RuleTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A reward model with the rules it looks through.
///
/// @param rules as they stood when it was trained
record TrainedReward(RewardModel model, RulesFile rules) {
    private static final String MODEL = "reward.model";
    private static final String RULES = "rules.txt";

    void save(Path folder) {
        try {
            Files.createDirectories(folder);
            RewardModelFiles.save(model, folder.resolve(MODEL));
            WholeFile.write(folder.resolve(RULES), rules.print().lines().toList());
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot write the reward model: " + e.getMessage(), "", e);
        }
    }

    static TrainedReward load(Path folder) {
        try {
            return new TrainedReward(
                    RewardModelFiles.load(folder.resolve(MODEL)),
                    RuleFiles.read(folder.resolve(RULES)));
        } catch (IOException e) {
            throw new ServiceException(
                    "reward.damaged",
                    String.valueOf(e.getMessage()),
                    "Train it again with: whetstone reward train PROJECT",
                    e);
        }
    }

    List<ResponseEncoder.Encoded> encode(
            List<ResponseEncoder.Item> items, SentenceEncoder encoder, Progress progress) {
        return new ResponseEncoder(encoder.with(progress), RuleFeatures.withMeasures(rules))
                .encode(items);
    }

    /// A feature as a person reads it: a rule's in words.
    String words(String feature) {
        return rules.rules().stream()
                .filter(rule -> feature.equals(ResponseFeatures.RULE_PREFIX + rule.name()))
                .map(rule -> RuleTexts.sentence(rule.rule(), SlotValues.NONE))
                .findFirst()
                .orElse(feature);
    }

    Score score(ResponseEncoder.Encoded response) {
        RewardModel.Score score = model.score(response);
        return new Score(score.score(), score.uncertainty());
    }
}
