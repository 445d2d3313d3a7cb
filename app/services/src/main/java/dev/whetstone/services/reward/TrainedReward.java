package dev.whetstone.services.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.reward.ResponseEncoder;
import dev.whetstone.core.reward.ResponseFeatures;
import dev.whetstone.core.reward.RewardModel;
import dev.whetstone.core.reward.RewardModelFiles;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.detect.DetectorJson;
import dev.whetstone.services.detect.LiveDetectors;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.vote.RuleFiles;
import dev.whetstone.services.vote.RuleTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A reward model with the rules it looks through.
///
/// @param rules as they stood when it was trained
/// @param detectors that the rules ask, as they stood then
record TrainedReward(RewardModel model, RulesFile rules, Map<String, Detector> detectors) {
    private static final String MODEL = "reward.model";
    private static final String RULES = "rules.txt";
    private static final String DETECTORS = "detectors.json";

    TrainedReward {
        detectors = Map.copyOf(detectors);
    }

    void save(Path folder) {
        try {
            Files.createDirectories(folder);
            RewardModelFiles.save(model, folder.resolve(MODEL));
            WholeFile.write(folder.resolve(RULES), rules.print().lines().toList());
            if (!detectors.isEmpty()) {
                ArrayNode all = JsonFiles.array();
                new TreeMap<>(detectors).values().forEach(d -> all.add(DetectorJson.write(d)));
                JsonFiles.write(folder.resolve(DETECTORS), all);
            }
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot write the reward model: " + e.getMessage(), "", e);
        }
    }

    static TrainedReward load(Path folder) {
        try {
            Map<String, Detector> detectors = detectors(folder.resolve(DETECTORS));
            return new TrainedReward(
                    RewardModelFiles.load(folder.resolve(MODEL)),
                    RuleFiles.read(folder.resolve(RULES), detectors.keySet()),
                    detectors);
        } catch (IOException e) {
            throw new ServiceException(
                    "reward.damaged",
                    String.valueOf(e.getMessage()),
                    "Train it again with: whetstone reward train PROJECT",
                    e);
        }
    }

    private static Map<String, Detector> detectors(Path file) {
        Map<String, Detector> detectors = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (JsonNode each : JsonFiles.read(file, ArrayNode.class)) {
                Detector detector = DetectorJson.read(each, file.toString());
                detectors.put(detector.name(), detector);
            }
        }
        return detectors;
    }

    /// @param live the model's own detectors
    List<ResponseEncoder.Encoded> encode(
            List<ResponseEncoder.Item> items,
            SentenceEncoder encoder,
            LiveDetectors live,
            Progress progress) {
        return RuleFeatures.encoder(items, rules, encoder.with(progress), live, progress)
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
