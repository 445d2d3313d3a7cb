package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.naming.RuleNames;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.project.Ids;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleState;
import dev.whetstone.store.rule.RuleVersion;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The rules in the project file. Nothing is changed in place: every write adds a version.
final class RuleShelf {
    private static final String DECLINED = "declined.";

    private final OpenProject project;
    private final InstantSource clock;
    private final Ids ids;

    RuleShelf(OpenProject project, InstantSource clock, Ids ids) {
        this.project = project;
        this.clock = clock;
        this.ids = ids;
    }

    List<RuleVersion> current() {
        return project.with(file -> file.rules().current());
    }

    RuleVersion find(UUID ruleId) {
        return project.with(file -> file.rules().current(ruleId))
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "rule.unknown", "There is no rule " + ruleId + ".", ""));
    }

    /// Newest first.
    List<RuleVersion> versions(UUID ruleId) {
        return project.with(file -> file.rules().history(ruleId));
    }

    /// @param name empty: made from the rule
    RuleVersion add(
            String name,
            Rule rule,
            RuleState state,
            String author,
            RuleSource source,
            SlotValues slots) {
        RuleVersion made =
                new RuleVersion(
                        ids.next(),
                        1,
                        name.isBlank() ? freeName(rule) : name.strip(),
                        RulePrinter.print(rule),
                        state,
                        author,
                        source,
                        slots.values(),
                        Map.of(),
                        clock.instant());
        save(made);
        return made;
    }

    private String freeName(Rule rule) {
        Set<String> taken = new HashSet<>();
        current().forEach(version -> taken.add(version.name()));
        return RuleNames.free(rule, taken::contains);
    }

    /// Sliders that the new text still has stay where they stand.
    void edit(UUID ruleId, String name, String text, String author) {
        Rule rule = RuleTexts.parse(text);
        RuleVersion old = find(ruleId);
        write(old, name, rule, SlotKeeping.kept(rule, old.slots()), author);
    }

    /// Name, text and sliders of an earlier version, in the state that the rule has now.
    void restore(UUID ruleId, UUID revisionId) {
        RuleVersion old =
                versions(ruleId).stream()
                        .filter(version -> RuleHistory.id(version).equals(revisionId))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ServiceException(
                                                "rule.unknown",
                                                "There is no such version of the rule.",
                                                ""));
        write(
                find(ruleId),
                old.name(),
                RuleTexts.parse(old.text()),
                new SlotValues(old.slots()),
                old.author());
    }

    private void write(RuleVersion old, String name, Rule rule, SlotValues slots, String author) {
        save(
                new RuleVersion(
                        old.ruleId(),
                        old.version() + 1,
                        name.isBlank() ? old.name() : name.strip(),
                        RulePrinter.print(rule),
                        old.state(),
                        author,
                        old.source(),
                        slots.values(),
                        old.concepts(),
                        clock.instant()));
    }

    void move(RuleVersion old, SlotValues slots, String author) {
        save(
                old.withText(
                        old.text(),
                        slots.values(),
                        author.isBlank() ? old.author() : author,
                        clock.instant()));
    }

    void state(UUID ruleId, RuleState state) {
        RuleVersion old = find(ruleId);
        if (old.state() != state) {
            save(old.withState(state, old.author(), clock.instant()));
        }
    }

    /// Takes a suggestion away and remembers that it was not wanted.
    void decline(UUID ruleId) {
        RuleVersion suggestion = find(ruleId);
        if (versions(ruleId).stream().anyMatch(each -> each.state() != RuleState.SUGGESTED)) {
            throw new ServiceException(
                    "rule.suggestion",
                    "\"" + suggestion.name() + "\" is no longer a suggestion.",
                    "Pause it instead.");
        }
        project.with(
                file ->
                        file.inTransaction(
                                () -> {
                                    file.settings().put(declined(suggestion), suggestion.text());
                                    file.rules().discard(ruleId);
                                    return true;
                                }));
        project.changed(Change.RULES);
    }

    private static String declined(RuleVersion suggestion) {
        return DECLINED + ContentHash.of(suggestion.text()).hex().substring(0, 16);
    }

    /// Texts of the suggestions that were not wanted.
    List<String> declined() {
        return project.with(file -> file.settings().all()).entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(DECLINED))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Names the judgement whose explanation a rule came from.
    void explained(UUID ruleId, String author, UUID judgement) {
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

    private void save(RuleVersion version) {
        project.with(
                file -> {
                    file.rules().save(version);
                    return true;
                });
        project.changed(Change.RULES);
    }
}
