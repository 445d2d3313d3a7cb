package dev.whetstone.services.rules;

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

    /// What can be typed: functions (ending in a bracket), texts, and bare words such as `bullets`.
    List<Completion> completions();

    /// The active rules as a rules file.
    String print();

    /// @param insert what is typed; a function with its opening bracket
    /// @param help a line of help
    record Completion(String insert, String help) {}
}
