package dev.whetstone.desktop.reward;

import dev.whetstone.services.reward.ReliabilityBin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reliability on the side that the model predicts: a pair given .2 for A counts as .8 for B.
final class PredictedSide {
    private static final int TENTHS = 10;

    private PredictedSide() {}

    /// Bins over .5 to 1, those of one tenth put together; empty ones are left out.
    ///
    /// @param bins over p for A, 0 to 1
    static List<ReliabilityBin> of(List<ReliabilityBin> bins) {
        Map<Integer, ReliabilityBin> byTenth = new TreeMap<>();
        for (ReliabilityBin bin : bins) {
            if (bin.pairs() > 0) {
                ReliabilityBin turned = turned(bin);
                int tenth = Math.min(TENTHS - 1, (int) (turned.confidence() * TENTHS));
                byTenth.merge(tenth, turned, PredictedSide::together);
            }
        }
        return new ArrayList<>(byTenth.values());
    }

    private static ReliabilityBin turned(ReliabilityBin bin) {
        return bin.confidence() >= .5
                ? bin
                : new ReliabilityBin(1 - bin.confidence(), 1 - bin.accuracy(), bin.pairs());
    }

    private static ReliabilityBin together(ReliabilityBin one, ReliabilityBin other) {
        int pairs = one.pairs() + other.pairs();
        double share = (double) one.pairs() / pairs;
        return new ReliabilityBin(
                share * one.confidence() + (1 - share) * other.confidence(),
                share * one.accuracy() + (1 - share) * other.accuracy(),
                pairs);
    }
}
