package dev.whetstone.services.demo;

import dev.whetstone.core.evaluate.Bootstrap;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.resources.sample.wish.WishDetectors;
import dev.whetstone.services.align.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// How well replies meet the wish behind the sample's judgements, by detectors that neither rules
/// nor rewards nor training have seen.
///
/// @param satisfaction mean share of the applicable wishes that a reply meets; 95 % interval by
///     bootstrap over prompts
public record WishMeasure(Estimate satisfaction) {
    private static final int DRAWS = 1000;

    static WishMeasure of(List<Sample> samples, Function<Sample, String> reply) {
        WishDetectors detectors = new WishDetectors();
        double[] shares =
                samples.stream()
                        .mapToDouble(
                                s -> detectors.judge(s.prompt(), reply.apply(s)).satisfaction())
                        .toArray();
        List<String> groups = samples.stream().map(Sample::prompt).toList();
        return new WishMeasure(
                new Bootstrap(groups, DRAWS, new SplittableRandom(1))
                        .interval(
                                rows -> {
                                    double sum = 0;
                                    for (int row : rows) {
                                        sum += shares[row];
                                    }
                                    return sum / rows.length;
                                }));
    }
}
