package dev.whetstone.services.reward;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import java.util.List;

/// Turns measurements into reports, and reports into text and back.
final class Reports {
    private Reports() {}

    /// @param majority of the rules on the same pairs; undefined when there are none
    static RewardReport of(
            dev.whetstone.core.reward.RewardReport measured,
            dev.whetstone.core.evaluate.Estimate majority) {
        return new RewardReport(
                measured.pairs(),
                estimate(measured.accuracy()),
                estimate(measured.longestWins()),
                estimate(majority.defined() ? majority : measured.majority()),
                measured.logLoss(),
                measured.brier(),
                measured.ece(),
                measured.eceBeforeTemperature(),
                measured.lengthCorrelation(),
                measured.reliability().stream()
                        .filter(bin -> bin.items() > 0)
                        .map(
                                bin ->
                                        new ReliabilityBin(
                                                bin.predicted(), bin.observed(), bin.items()))
                        .toList());
    }

    static RewardReport unmeasured() {
        return new RewardReport(
                0,
                Estimate.NONE,
                Estimate.NONE,
                Estimate.NONE,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of());
    }

    static Estimate estimate(dev.whetstone.core.evaluate.Estimate of) {
        return new Estimate(of.value(), of.low(), of.high());
    }

    /// A version's figures as the project keeps them.
    record Stored(int choices, int labels, double seconds, RewardReport report) {}

    static String write(Stored stored) {
        try {
            return JsonFiles.mapper().writeValueAsString(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report can always be written", e);
        }
    }

    static Stored read(String json) {
        try {
            return JsonFiles.mapper().readValue(json, Stored.class);
        } catch (JsonProcessingException e) {
            throw new ServiceException(
                    "project.damaged", "A reward model's figures cannot be read.", "", e);
        }
    }
}
