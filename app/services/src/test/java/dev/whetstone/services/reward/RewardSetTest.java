package dev.whetstone.services.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.reward.RewardPair;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.label.Labelling;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.project.OpenProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewardSetTest {
    @TempDir Path folder;

    @Test
    void aComparisonThatIsLeftOutIsNotTrainedOnAndTheOthersStay() {
        List<UUID> comparisons;
        Labelling labelling;
        try (SmallProject small =
                SmallProject.of(
                        folder,
                        List.of(
                                new SmallProject.Pair("one", "a long reply", "no"),
                                new SmallProject.Pair("two", "no", "a long reply"),
                                new SmallProject.Pair("three", "another long one", "no")))) {
            small.chooseTheLonger(Explanation.NONE);
            comparisons = small.comparisons();
            labelling = small.services().labels().label(ModelChoice.AUTO);
        }
        try (OpenProject project = OpenProject.open(folder.resolve("claims.whetstone"))) {
            List<PairView> pairs = project.content().pairs();
            assertThat(RewardSet.of(pairs, labelling, Set.of())).hasSize(3);
            assertThat(RewardSet.of(pairs, labelling, Set.of(comparisons.get(1))))
                    .extracting(RewardPair::id)
                    .containsExactlyInAnyOrder(
                            new PairRef(comparisons.get(0), 0, 1).text(),
                            new PairRef(comparisons.get(2), 0, 1).text());
        }
    }
}
