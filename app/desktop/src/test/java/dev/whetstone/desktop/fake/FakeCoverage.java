package dev.whetstone.desktop.fake;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.ReliabilityBin;
import dev.whetstone.core.label.ModelDecision;
import dev.whetstone.services.coverage.Agreement;
import dev.whetstone.services.coverage.Between;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CellRow;
import dev.whetstone.services.coverage.Coverage;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Depth;
import dev.whetstone.services.coverage.Diagnosis;
import dev.whetstone.services.coverage.Listing;
import dev.whetstone.services.coverage.ModelFit;
import dev.whetstone.services.coverage.Shares;
import dev.whetstone.services.coverage.Slice;
import dev.whetstone.services.coverage.SliceRow;
import dev.whetstone.services.coverage.Totals;
import dev.whetstone.services.coverage.Uncovered;
import dev.whetstone.services.coverage.View;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.label.Contribution;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.label.PairLabel;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The coverage of the fake rules.
public final class FakeCoverage implements Coverage {
    private static final Estimate ACCURACY = new Estimate(.77, .69, .84);
    private static final Estimate MAJORITY = new Estimate(.73, .65, .80);

    private final List<Cell> opened = new ArrayList<>();
    private final List<Depth> depths = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<UUID> askedAgain = new ArrayList<>();
    private final List<UUID> leftOut = new ArrayList<>();
    private final FakeJob<Uncovered> meaning = new FakeJob<>("Group what no rule votes on");

    /// The cells that were opened.
    public List<Cell> opened() {
        return opened;
    }

    /// How deep each report was, in the order they were asked for.
    public List<Depth> depths() {
        return depths;
    }

    /// What each report was of.
    public List<View> views() {
        return views;
    }

    public List<UUID> askedAgain() {
        return askedAgain;
    }

    /// The job that groups by meaning.
    public FakeJob<Uncovered> meaning() {
        return meaning;
    }

    @Override
    public CoverageReport report(View view, Depth depth) {
        depths.add(depth);
        views.add(view);
        List<RuleRow> rules =
                new FakeRules().list().stream().filter(r -> r.state() == RuleState.ACTIVE).toList();
        return new CoverageReport(
                view,
                depth,
                new Totals(5_000, 412, rules.size(), .762, .514, .118, .77, .69, .84, .73),
                rules,
                shares(rules.size(), 2_000),
                shares(rules.size(), 750));
    }

    private static Shares shares(int rules, int top) {
        return Shares.of(
                rules, 5_000, (i, j) -> i == j ? 900 : top * ((i * 7 + j * 7 + i * j) % 10) / 10);
    }

    @Override
    public List<Slice> slices() {
        return List.of(
                new Slice(Slice.ALL, Slice.Kind.ALL, "", 5_000),
                new Slice("person:ana", Slice.Kind.PERSON, "ana", 212),
                new Slice("language:German", Slice.Kind.LANGUAGE, "German", 1_400));
    }

    @Override
    public List<SliceRow> bySlice(ModelChoice model) {
        return slices().stream()
                .map(slice -> new SliceRow(slice, 212, .76, .51, .12, ACCURACY, MAJORITY))
                .toList();
    }

    @Override
    public Diagnosis diagnose() {
        List<ReliabilityBin> bins =
                List.of(
                        new ReliabilityBin(.5, .6, 90, .56, .55),
                        new ReliabilityBin(.6, .7, 120, .65, .69),
                        new ReliabilityBin(.7, .8, 110, .75, .77),
                        new ReliabilityBin(.8, .9, 92, .84, .88));
        return new Diagnosis(
                List.of(
                        new ModelFit(
                                ModelChoice.AUTO,
                                "ridge",
                                ACCURACY,
                                .49,
                                .16,
                                .03,
                                bins,
                                5.2,
                                true),
                        new ModelFit(
                                ModelChoice.EM, "em", MAJORITY, .71, .2, .21, bins, -6.1, false),
                        new ModelFit(
                                ModelChoice.MAJORITY,
                                "majority",
                                MAJORITY,
                                .62,
                                .2,
                                .1,
                                bins,
                                Double.NaN,
                                true)),
                "ridge",
                412,
                List.of(new ModelDecision.Challenge("gold", "ridge", -1.3)));
    }

    @Override
    public Optional<PairLabel> explain(PairRef pair, ModelChoice model) {
        List<RuleRow> rules = report(View.ALL, Depth.VOTES).rules();
        return Optional.of(
                new PairLabel(
                        pair,
                        .07,
                        .18,
                        List.of(
                                new Contribution(rules.get(0).id(), rules.get(0).name(), -1, -1.9),
                                new Contribution(rules.get(1).id(), rules.get(1).name(), 1, .4)),
                        List.of()));
    }

    @Override
    public Uncovered uncovered(View view) {
        return uncovered("words");
    }

    /// The groups as if this encoder had made them.
    public static Uncovered uncovered(String encoder) {
        return new Uncovered(
                1_188,
                encoder,
                900,
                900,
                .31,
                List.of(
                        group("“My premium went up by 18 %. I want to leave this year.”", "cancel"),
                        group("“We have a new e-bike. Is it insured?”", "insured", "bike"),
                        group("“You refused HC-46602 as wear.”", "appeal", "refusal")),
                new Uncovered.Group(List.of(), refs(4), 0, List.of(), ""));
    }

    private static Uncovered.Group group(String example, String... words) {
        return new Uncovered.Group(
                List.of(words), refs(3), 2, List.of(example), "bad(X) when words(X) > 90");
    }

    private static List<PairRef> refs(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> new PairRef(FakeDesk.id(i % 3), 0, 1))
                .toList();
    }

    @Override
    public JobHandle<Uncovered> uncoveredByMeaning(View view) {
        return meaning;
    }

    @Override
    public Agreement agreement(View view) {
        return new Agreement(
                new Estimate(.61, .52, .69),
                3,
                84,
                List.of(
                        new Between("ana", "maria", 60, .85, .71, .66),
                        new Between("ana", "tom", 24, .5, .04, -.12)));
    }

    /// Comparisons that are left out of training.
    public List<UUID> leftOut() {
        return leftOut;
    }

    @Override
    public void leaveOut(UUID comparison) {
        leftOut.add(comparison);
    }

    @Override
    public void takeIn(UUID comparison) {
        leftOut.remove(comparison);
    }

    @Override
    public void askAgain(UUID comparison) {
        askedAgain.add(comparison);
    }

    @Override
    public Listing open(View view, Cell cell, int limit) {
        opened.add(cell);
        return new Listing(
                List.of(
                        row(2, "Hail on a parked car", .07, 1, "No next steps"),
                        row(1, "Lost suitcase, upset", .88, 0, "No empathy when upset"),
                        row(
                                0,
                                "Excess after a second claim",
                                .14,
                                Double.NaN,
                                "Shorter when short was asked")),
                3);
    }

    private CellRow row(
            int comparison, String prompt, double p, double preference, String strongest) {
        return new CellRow(
                new PairRef(FakeDesk.id(comparison), 0, 1),
                prompt,
                p,
                preference,
                strongest,
                false,
                leftOut.contains(FakeDesk.id(comparison)));
    }
}
