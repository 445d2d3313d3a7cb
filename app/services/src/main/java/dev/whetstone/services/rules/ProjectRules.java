package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.core.lf.naming.RuleNames;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.project.Ids;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Column;
import dev.whetstone.services.vote.ConceptBook;
import dev.whetstone.services.vote.RuleFiles;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.VoteTable;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleVersion;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Rules over the project file.
public final class ProjectRules implements Rules {
    private final OpenProject project;
    private final Voting voting;
    private final ConceptBook concepts;
    private final Previewer previewer;
    private final RuleWorkshop workshop;
    private final ConceptGrowth growth;
    private final InstantSource clock;
    private final Ids ids;

    public ProjectRules(
            OpenProject project,
            Voting voting,
            ConceptBook concepts,
            InstantSource clock,
            Ids ids) {
        this.project = project;
        this.voting = voting;
        this.concepts = concepts;
        this.previewer = new Previewer(project, voting, concepts);
        this.workshop = new RuleWorkshop(voting, concepts);
        this.growth = new ConceptGrowth(project, voting, concepts);
        this.clock = clock;
        this.ids = ids;
    }

    private List<RuleVersion> current() {
        return project.with(file -> file.rules().current());
    }

    @Override
    public List<RuleRow> list() {
        return RuleRows.of(current(), voting.ballot(), project.judgements());
    }

    @Override
    public Preview preview(UUID ruleId, String text) {
        return previewer.preview(ruleId, text);
    }

    /// A text's votes on the pairs that are in sight, before [#preview] has counted all: +1 for A,
    /// -1 for B, 0 none. Empty where the text is not a rule.
    ///
    /// @param pairs those that the project does not have are left out
    public Map<PairRef, Integer> glance(String text, List<PairRef> pairs) {
        return previewer.glance(text, pairs);
    }

    @Override
    public List<Finding> check(UUID ruleId) {
        return workshop.check(find(ruleId));
    }

    @Override
    public List<Finding> check(String text) {
        return workshop.check(RuleTexts.parse(text));
    }

    @Override
    public List<SlotScale> slots(UUID ruleId) {
        return workshop.scales(find(ruleId));
    }

    @Override
    public List<SlotScale> fitSlots(UUID ruleId, String author) {
        RuleVersion old = find(ruleId);
        save(withSlots(old, workshop.fitted(old), author));
        return slots(ruleId);
    }

    @Override
    public void setSlot(UUID ruleId, String name, double value, String author) {
        RuleVersion old = find(ruleId);
        save(withSlots(old, workshop.moved(old, name, value), author));
    }

    private RuleVersion withSlots(RuleVersion old, SlotValues slots, String author) {
        return new RuleVersion(
                old.ruleId(),
                old.version() + 1,
                old.name(),
                old.text(),
                old.state(),
                author.isBlank() ? old.author() : author,
                old.source(),
                slots.values(),
                old.concepts(),
                clock.instant());
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
        return current().stream().map(RuleVersion::text).toList();
    }

    @Override
    public Suggestions suggest(double share, int most) {
        Set<Rule> known = new HashSet<>();
        List<Rule> waiting = new ArrayList<>();
        for (RuleVersion version : current()) {
            Rule rule = RuleTexts.parse(version.text());
            known.add(NormalForm.of(rule));
            if (version.state() == dev.whetstone.store.rule.RuleState.SUGGESTED) {
                waiting.add(rule);
            }
        }
        SuggestionMiner.Result mined =
                new SuggestionMiner(voting, voting.ballot())
                        .mine(concepts.concepts(), known, waiting, share, most);
        return new Suggestions(
                mined.choices(),
                mined.unexplained(),
                mined.tested(),
                mined.contrary(),
                mined.found().stream().map(this::hold).toList());
    }

    private Suggestions.Suggestion hold(SuggestionMiner.Found found) {
        UUID id = ids.next();
        String name = freeName(found.rule());
        String text = RulePrinter.print(found.rule());
        save(
                new RuleVersion(
                        id,
                        1,
                        name,
                        text,
                        dev.whetstone.store.rule.RuleState.SUGGESTED,
                        "",
                        new RuleSource.Suggested("choices"),
                        Map.of(),
                        Map.of(),
                        clock.instant()));
        return new Suggestions.Suggestion(
                id,
                name,
                text,
                RuleTexts.sentence(found.rule(), SlotValues.NONE),
                SuggestionQuestion.of(found.rule(), found.evidence()),
                found.evidence().right(),
                found.evidence().wrong(),
                found.evidence().p(),
                found.q(),
                found.gain());
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
        Rule rule = RuleTexts.parse(text, voting.detectors().names());
        UUID id = ids.next();
        save(
                new RuleVersion(
                        id,
                        1,
                        name.isBlank() ? freeName(rule) : name.strip(),
                        RulePrinter.print(rule),
                        dev.whetstone.store.rule.RuleState.ACTIVE,
                        author,
                        source,
                        slots.values(),
                        Map.of(),
                        clock.instant()));
        return id;
    }

    private String freeName(Rule rule) {
        Set<String> taken = new HashSet<>();
        current().forEach(version -> taken.add(version.name()));
        return RuleNames.free(rule, taken::contains);
    }

    /// Names the judgement whose explanation a rule came from.
    public void explained(UUID ruleId, String author, UUID judgement) {
        RuleVersion old = find(ruleId);
        save(
                new RuleVersion(
                        ruleId,
                        old.version() + 1,
                        old.name(),
                        old.text(),
                        old.state(),
                        author,
                        new RuleSource.Explained(judgement),
                        old.slots(),
                        old.concepts(),
                        clock.instant()));
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

    private void save(RuleVersion version) {
        project.with(
                file -> {
                    file.rules().save(version);
                    return true;
                });
        project.changed(Change.RULES);
    }

    private RuleVersion find(UUID ruleId) {
        return project.with(file -> file.rules().current(ruleId))
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "rule.unknown", "There is no rule " + ruleId + ".", ""));
    }

    @Override
    public void edit(UUID ruleId, String name, String text, String author) {
        Rule rule = RuleTexts.parse(text, voting.detectors().names());
        RuleVersion old = find(ruleId);
        save(
                new RuleVersion(
                        ruleId,
                        old.version() + 1,
                        name.isBlank() ? old.name() : name.strip(),
                        RulePrinter.print(rule),
                        old.state(),
                        author,
                        old.source(),
                        Map.of(),
                        old.concepts(),
                        clock.instant()));
    }

    @Override
    public void activate(UUID ruleId) {
        state(ruleId, dev.whetstone.store.rule.RuleState.ACTIVE);
    }

    @Override
    public void pause(UUID ruleId) {
        state(ruleId, dev.whetstone.store.rule.RuleState.PAUSED);
    }

    private void state(UUID ruleId, dev.whetstone.store.rule.RuleState state) {
        RuleVersion old = find(ruleId);
        if (old.state() != state) {
            save(old.withState(state, old.author(), clock.instant()));
        }
    }

    @Override
    public List<Revision> history(UUID ruleId) {
        List<RuleVersion> versions = project.with(file -> file.rules().history(ruleId));
        List<Revision> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            RuleVersion version = versions.get(i);
            String what =
                    i + 1 == versions.size() ? "added" : changed(versions.get(i + 1), version);
            history.add(
                    new Revision(
                            revisionId(version),
                            version.at(),
                            version.author(),
                            what,
                            version.name(),
                            version.text()));
        }
        return history;
    }

    private static String changed(RuleVersion from, RuleVersion to) {
        if (from.state() == to.state()) {
            boolean sourceOnly = from.text().equals(to.text()) && from.name().equals(to.name());
            return sourceOnly && !from.source().equals(to.source()) ? "sentence saved" : "edited";
        }
        return to.state() == dev.whetstone.store.rule.RuleState.ACTIVE
                ? "activated"
                : to.state().wireName();
    }

    private static UUID revisionId(RuleVersion version) {
        return new UUID(version.ruleId().getMostSignificantBits(), version.version());
    }

    @Override
    public void restore(UUID ruleId, UUID revisionId) {
        RuleVersion old =
                project.with(file -> file.rules().history(ruleId)).stream()
                        .filter(version -> revisionId(version).equals(revisionId))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ServiceException(
                                                "rule.unknown",
                                                "There is no such version of the rule.",
                                                ""));
        edit(ruleId, old.name(), old.text(), old.author());
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
