package dev.whetstone.services.rules;

import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.vote.VoteTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The project's rules. Reading and re-voting work in the background; writes are durable on return.
public interface Rules {
    /// All rules with their figures, in order of creation. Votes are recounted when they are out of
    /// date, so not for a screen's thread.
    List<RuleRow> list();

    /// Checks a text and counts its votes on the whole project: under 100 ms for 20,000 pairs once
    /// the texts' features are known.
    ///
    /// @param ruleId the rule under edit, or [RuleRow#NO_COMPARISON] for a new one
    Preview preview(UUID ruleId, String text);

    /// What a person should look at before relying on a saved rule, each with pairs that show it.
    List<Finding> check(UUID ruleId);

    /// The same of a text that nobody saved.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `rule.syntax` with the position
    List<Finding> check(String text);

    /// The sliders of a rule's slots over all choices; empty for a rule without slots.
    List<SlotScale> slots(UUID ruleId);

    /// Moves every slot of a rule to the value under which the choices are likeliest.
    ///
    /// @return the sliders as they then stand
    List<SlotScale> fitSlots(UUID ruleId, String author);

    /// Moves one slot.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `rule.slot` when the rule has none
    /// of
    ///     that name
    void setSlot(UUID ruleId, String name, double value, String author);

    /// Mines rules from the choices that no active rule explains, and holds them as suggestions:
    /// they vote only when somebody activates them. Takes seconds.
    ///
    /// @param share of chance findings to accept among the suggestions, 0 to 1
    /// @param most suggestions
    Suggestions suggest(double share, int most);

    /// Adds an active rule.
    ///
    /// @param name empty: made from the rule
    /// @throws dev.whetstone.services.failure.ServiceException `rule.syntax` with the position
    UUID add(String name, String text, String author);

    /// Adds every rule and word list of a rules file, all or none.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException with file, line and column
    List<UUID> addFile(Path file, String author);

    /// Votes of the active rules on all pairs.
    VoteTable votes();

    void edit(UUID ruleId, String name, String text, String author);

    void activate(UUID ruleId);

    void pause(UUID ruleId);

    /// Newest first.
    List<Revision> history(UUID ruleId);

    /// Makes an old text the current one.
    void restore(UUID ruleId, UUID revisionId);

    /// The project's word lists by name, without the `@`; starter lists included.
    Map<String, List<String>> concepts();

    /// Adds words to a word list, typed or taken from a highlighted span; makes the list if there
    /// is
    /// none.
    ///
    /// @param entries words, or an expression between slashes
    /// @return the list as it then is
    /// @throws dev.whetstone.services.failure.ServiceException `rule.concept`
    List<String> growConcept(String name, List<String> entries, String author);

    /// Takes words out of a list.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `rule.concept` when one is not in it
    List<String> shrinkConcept(String name, List<String> entries, String author);

    /// Words and phrases of the project's texts that are near a list's in meaning, the nearest
    /// first, each to be accepted by itself. Takes seconds.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `rule.concept` for a list without
    /// words
    List<ConceptNeighbour> neighbours(String name, TextEncoder encoder, int most);

    /// What can be typed: functions (ending in a bracket), texts, and bare words such as `bullets`.
    List<Completion> completions();

    /// The active rules as a rules file.
    String print();

    /// @param insert what is typed; a function with its opening bracket
    /// @param help a line of help
    record Completion(String insert, String help) {}
}
