package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What can follow a sentence that is not yet one rule: a pair that tells two readings apart, or,
/// where it is no rule at all ("it's wrong"), a word list, a fact, or what the reply looks like.
/// Leaving it as a note needs nothing: the sentence is saved with its judgement. Nothing here
/// activates a rule; accept what comes back as any other candidate.
public interface Clarifying {
    /// The pair to ask about when two readings survive: one on which they vote for different
    /// replies, or else one on which only one of them votes; nobody has judged its comparison yet
    /// where there is such a pair, it has two replies only, and they are short. A list of more
    /// replies that somebody ranked is not asked about, since the answer would take its place.
    /// Empty when the two vote alike on every other pair.
    ///
    /// @param ranking the choice that the sentence explains
    Optional<Deciding> deciding(
            UUID comparisonId, Ranking ranking, Candidate first, Candidate second);

    /// The rule where its words stand in the message too, made to vote only there: "only when the
    /// message mentions the deadline". Empty when it looks at the message already or speaks of
    /// nothing that the message mentions.
    Optional<Gated> gate(UUID comparisonId, Candidate candidate);

    /// Adds words to a word list (a new one where there is none of that name), and gives the rule
    /// that such words are good or bad.
    ///
    /// @param name letters, digits and underscores; blanks become underscores
    /// @throws dev.whetstone.services.failure.ServiceException `concept.empty` without name or
    /// words
    Candidate concept(Box box, String name, List<String> words, String author);

    /// The rules of a reference fact: the right value near its topic is good, a wrong one is bad.
    ///
    /// @param wrong what the reply said instead; empty when it said nothing
    /// @throws dev.whetstone.services.failure.ServiceException `fact.empty` without topic or value
    List<Candidate> fact(String topic, String right, String wrong);

    /// Words that the criticised (or praised) reply of this comparison has and the other lacks, as
    /// rules: at most three, those that agree with most choices first, and only such as vote on two
    /// pairs or more.
    List<Candidate> similar(UUID comparisonId, Ranking ranking, Box box);
}
