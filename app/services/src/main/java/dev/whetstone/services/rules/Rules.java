package dev.whetstone.services.rules;

import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.vote.VoteTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The project's rules. Reading and re-voting work in the background; writes are durable on return.
public interface Rules {
    /// All rules with their figures, in order of creation. Votes are recounted when they are out of
    /// date, so not for a screen's thread.
    List<RuleRow> list();

    /// The same.
    ///
    /// @param soFar hears the rows with the figures that are known, about every second: a
    ///     rule's own first, then what it shares with others, the weights last
    default List<RuleRow> list(Consumer<List<RuleRow>> soFar) {
        return list();
    }

    /// All rules without their figures, in the same order; at once.
    List<RuleRow> listed();

    /// Checks a text and counts its votes on the whole project: under 100 ms for 20,000 pairs once
    /// the texts' features are known.
    ///
    /// @param ruleId the rule under edit, or [RuleRow#NO_COMPARISON] for a new one
    default Preview preview(UUID ruleId, String text) {
        return preview(ruleId, text, () -> false);
    }

    /// The same, given up when somebody types on.
    ///
    /// @param cancelled asked now and then, on any thread
    /// @throws java.util.concurrent.CancellationException when it says so
    Preview preview(UUID ruleId, String text, BooleanSupplier cancelled);

    /// A text's votes on the pairs that are in sight, before [#preview] has counted all: +1 for A,
    /// -1 for B, 0 none. Empty where the text is not a rule.
    ///
    /// @param ruleId as in [#preview]
    /// @param pairs those that the project does not have are left out
    Map<PairRef, Integer> glance(UUID ruleId, String text, List<PairRef> pairs);

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
    /// @throws dev.whetstone.services.failure.ServiceException `rule.slot` when the rule has
    ///     none of that name
    void setSlot(UUID ruleId, String name, double value, String author);

    /// Mines rules from the choices that no active rule explains, and holds them as suggestions:
    /// they vote only when somebody activates them. Takes seconds.
    ///
    /// @param share of chance findings to accept among the suggestions, 0 to 1
    /// @param most suggestions
    /// @param watch hears how far it is, and may stop it before anything is held
    Suggestions suggest(double share, int most, Watch watch);

    /// Says no to a suggestion: no rule stays behind, and it is not mined again.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `rule.suggestion` when somebody took
    ///     it up before
    void decline(UUID ruleId);

    /// Choices with a preferred side for which no active rule votes.
    int unexplained();

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

    /// Makes an old version's name, text and sliders the current ones; the state stays.
    void restore(UUID ruleId, UUID revisionId);

    /// The project's word lists by name, without the `@`; starter lists included.
    Map<String, List<String>> concepts();

    /// Adds words to a word list, typed or taken from a highlighted span; makes the list if
    /// there is none.
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

    /// Hears how many of all patterns were tested.
    @FunctionalInterface
    interface Watch {
        /// @throws java.util.concurrent.CancellationException to stop
        void tested(int done, int of);
    }

    /// @param insert what is typed; a function with its opening bracket
    /// @param help a line of help
    record Completion(String insert, String help) {}
}
