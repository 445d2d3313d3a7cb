package dev.whetstone.services.agreement;

import dev.whetstone.core.evaluate.Estimate;
import java.util.List;

/// How far people agree on pairs that two or more of them judged: A, neither, or B. Intervals are
/// the middle 95 % of 500 draws of the pairs; figures of fewer than five pairs are undefined.
///
/// @param people who judged such a pair, by name
/// @param pairs that two people or more judged
/// @param pairsOfAll that all of these people judged
/// @param ordinal Krippendorff's alpha, neither being between A and B
/// @param nominal Krippendorff's alpha, all differences alike
/// @param fleiss Fleiss' kappa over the pairs that all judged
/// @param freeMarginal Randolph's free-marginal kappa over the same
/// @param between each two people who judged a pair in common, those with the most pairs first
public record AgreementReport(
        List<String> people,
        int pairs,
        int pairsOfAll,
        Estimate ordinal,
        Estimate nominal,
        Estimate fleiss,
        Estimate freeMarginal,
        List<TwoPeople> between) {
    public AgreementReport {
        people = List.copyOf(people);
        between = List.copyOf(between);
    }

    /// @param pairs that both judged
    /// @param same share of them on which they chose the same
    /// @param kappa Cohen's
    /// @param weighted Cohen's with linear weights
    public record TwoPeople(
            String first,
            String second,
            int pairs,
            double same,
            Estimate kappa,
            Estimate weighted) {}
}
