package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.project.Ids;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Column;
import dev.whetstone.services.vote.ConceptBook;
import dev.whetstone.services.vote.RuleFiles;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.VoteTable;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleState;
import dev.whetstone.store.rule.RuleVersion;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rules over the project file.
public final class ProjectRules implements Rules {
    private static final long TELL_NANOS = 1_000_000_000;

    private final OpenProject project;
    private final Voting voting;
    private final ConceptBook concepts;
    private final RuleShelf shelf;
    private final Previewer previewer;
    private final RuleWorkshop workshop;
    private final ConceptGrowth growth;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    /// Figures that stay right until pairs, rules or judgements change.
    private record Known(ContentHash ballot, Map<UUID, Figures> figures) {}

    public ProjectRules(
            OpenProject project,
            Voting voting,
            ConceptBook concepts,
            InstantSource clock,
            Ids ids) {
        this.project = project;
        this.voting = voting;
        this.concepts = concepts;
        this.shelf = new RuleShelf(project, clock, ids);
        this.previewer = new Previewer(project, voting, concepts);
        this.workshop = new RuleWorkshop(voting, concepts);
        this.growth = new ConceptGrowth(project, voting, concepts);
        this.clock = clock;
    }

    @Override
    public List<RuleRow> list() {
        Ballot ballot = voting.ballot();
        Known now = known;
        if (now == null || !now.ballot().equals(ballot.hash())) {
            now = new Known(ballot.hash(), RuleRows.figures(ballot));
            known = now;
        }
        return RuleRows.of(shelf.current(), now.figures(), project.judgements());
    }

    @Override
    public List<RuleRow> list(Consumer<List<RuleRow>> soFar) {
        List<RuleVersion> active = voting.active();
        long[] told = {System.nanoTime()};
        voting.count(
                active,
                counted -> {
                    if (counted < active.size() && System.nanoTime() - told[0] > TELL_NANOS) {
                        Ballot some = voting.ballot(active.subList(0, counted));
                        tell(soFar, OwnFigures.of(some, OwnFigures.Others.UNKNOWN));
                        told[0] = System.nanoTime();
                    }
                });
        Ballot ballot = voting.ballot();
        Known now = known;
        if (now == null || !now.ballot().equals(ballot.hash())) {
            tell(soFar, OwnFigures.of(ballot, OwnFigures.Others.KNOWN));
        }
        return list();
    }

    private void tell(Consumer<List<RuleRow>> soFar, Map<UUID, Figures> figures) {
        soFar.accept(RuleRows.of(shelf.current(), figures, project.judgements()));
    }

    @Override
    public List<RuleRow> listed() {
        return RuleRows.of(shelf.current(), Map.of(), project.judgements());
    }

    /// All rules as [#list] has them, without their figures: nothing is counted.
    public List<RuleRow> described() {
        return RuleRows.plain(shelf.current(), project.judgements());
    }

    @Override
    public Preview preview(UUID ruleId, String text, BooleanSupplier cancelled) {
        return previewer.preview(ruleId, text, cancelled);
    }

    @Override
    public Map<PairRef, Integer> glance(UUID ruleId, String text, List<PairRef> pairs) {
        return previewer.glance(ruleId, text, pairs);
    }

    @Override
    public List<Finding> check(UUID ruleId) {
        return workshop.check(shelf.find(ruleId));
    }

    @Override
    public List<Finding> check(String text) {
        return workshop.check(RuleTexts.parse(text));
    }

    @Override
    public List<SlotScale> slots(UUID ruleId) {
        return workshop.scales(shelf.find(ruleId));
    }

    @Override
    public List<SlotScale> fitSlots(UUID ruleId, String author) {
        RuleVersion old = shelf.find(ruleId);
        shelf.move(old, workshop.fitted(old), author);
        return slots(ruleId);
    }

    @Override
    public void setSlot(UUID ruleId, String name, double value, String author) {
        RuleVersion old = shelf.find(ruleId);
        shelf.move(old, workshop.moved(old, name, value), author);
    }

    /// What a new rule would do with these slots. Takes a text that is a rule.
    public Weighed weigh(String text, SlotValues slots) {
        return previewer.weigh(text, slots);
    }

    /// The word lists that the project's rules know.
    public Concepts wordLists() {
        return concepts.concepts();
    }

    /// Changes when these do.
    public String wordListsFingerprint() {
        return concepts.fingerprint();
    }

    /// The texts of all rules, whatever their state.
    public List<String> texts() {
        return shelf.current().stream().map(RuleVersion::text).toList();
    }

    @Override
    public int unexplained() {
        return Unexplained.count(Unexplained.of(voting.ballot()));
    }

    @Override
    public Suggestions suggest(double share, int most, Watch watch) {
        return new SuggestionShelf(shelf, voting).suggest(concepts.concepts(), share, most, watch);
    }

    @Override
    public void decline(UUID ruleId) {
        shelf.decline(ruleId);
    }

    @Override
    public UUID add(String name, String text, String author) {
        return add(name, text, author, new RuleSource.Written(), SlotValues.NONE);
    }

    /// Adds an active rule that came from a judgement's explanation.
    public UUID add(String text, String author, RuleSource source, SlotValues slots) {
        return add("", text, author, source, slots);
    }

    private UUID add(String name, String text, String author, RuleSource source, SlotValues slots) {
        return shelf.add(
                        name,
                        RuleTexts.parse(text, voting.detectors().names()),
                        RuleState.ACTIVE,
                        author,
                        source,
                        slots)
                .ruleId();
    }

    /// Names the judgement whose explanation a rule came from.
    public void explained(UUID ruleId, String author, UUID judgement) {
        shelf.explained(ruleId, author, judgement);
    }

    @Override
    public List<UUID> addFile(Path path, String author) {
        RulesFile rules = RuleFiles.read(path, voting.detectors().names());
        try {
            return addAll(rules, author);
        } finally {
            concepts.forget();
        }
    }

    private List<UUID> addAll(RulesFile rules, String author) {
        return project.with(
                file ->
                        file.inTransaction(
                                () -> {
                                    rules.concepts()
                                            .patterns()
                                            .forEach(
                                                    (name, list) ->
                                                            concepts.save(
                                                                    name,
                                                                    list,
                                                                    author,
                                                                    clock.instant()));
                                    return rules.rules().stream()
                                            .map(
                                                    rule ->
                                                            add(
                                                                    rule.name(),
                                                                    RulePrinter.print(rule.rule()),
                                                                    author))
                                            .toList();
                                }));
    }

    @Override
    public VoteTable votes() {
        long from = System.nanoTime();
        Ballot ballot = voting.ballot();
        double seconds = (System.nanoTime() - from) / 1e9;
        voting.store(ballot);
        return new VoteTable(
                ballot.pairs().stream().map(pair -> pair.ref().text()).toList(),
                ballot.rules().stream().map(RuleVersion::name).toList(),
                ballot.columns(),
                seconds,
                ballot.columns().stream().mapToLong(Column::errors).sum());
    }

    @Override
    public void edit(UUID ruleId, String name, String text, String author) {
        Rule unused = RuleTexts.parse(text, voting.detectors().names());
        shelf.edit(ruleId, name, text, author);
    }

    @Override
    public void activate(UUID ruleId) {
        shelf.state(ruleId, RuleState.ACTIVE);
    }

    @Override
    public void pause(UUID ruleId) {
        shelf.state(ruleId, RuleState.PAUSED);
    }

    @Override
    public List<Revision> history(UUID ruleId) {
        return RuleHistory.of(shelf.versions(ruleId));
    }

    @Override
    public void restore(UUID ruleId, UUID revisionId) {
        shelf.restore(ruleId, revisionId);
    }

    @Override
    public Map<String, List<String>> concepts() {
        return concepts.entries();
    }

    @Override
    public List<String> growConcept(String name, List<String> entries, String author) {
        return growth.grow(name, entries, author, clock.instant());
    }

    @Override
    public List<String> shrinkConcept(String name, List<String> entries, String author) {
        return growth.shrink(name, entries, author, clock.instant());
    }

    @Override
    public List<ConceptNeighbour> neighbours(String name, TextEncoder encoder, int most) {
        return growth.neighbours(name, encoder, most);
    }

    @Override
    public List<Completion> completions() {
        return Completions.all(voting.detectors().names());
    }

    @Override
    public String print() {
        return voting.rulesFile(voting.ballot().rules()).print();
    }
}
