package dev.whetstone.services.rules;

/// Snorkel's columns for one rule, with ours beside.
///
/// @param coverage share of pairs it votes on
/// @param overlaps share of pairs where it votes and another does too
/// @param conflicts share of pairs where it votes and some two rules disagree
/// @param accuracy of its votes on choices; NaN without any
/// @param low lower end of the 95 % Wilson interval; NaN without any
/// @param high upper end
/// @param weight log-odds weight in the label model; NaN when it is not active
/// @param uniqueShare share of pairs where it is the only voter
/// @param flips pairs whose final label would change without it
/// @param longerAgreement share of votes that go to the longer text; NaN without any
/// @param length whether it is length by another name
/// @param errors votes that were lost to an error or a missing source
public record Figures(
        String polarity,
        double coverage,
        double overlaps,
        double conflicts,
        int correct,
        int incorrect,
        double accuracy,
        double low,
        double high,
        double weight,
        double uniqueShare,
        int flips,
        double longerAgreement,
        LengthGuard length,
        long errors) {
    public static final Figures NONE =
            new Figures(
                    "",
                    0,
                    0,
                    0,
                    0,
                    0,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    0,
                    0,
                    Double.NaN,
                    LengthGuard.NONE,
                    0);

    /// Figures of a rule that length has nothing to do with.
    public Figures(
            String polarity,
            double coverage,
            double overlaps,
            double conflicts,
            int correct,
            int incorrect,
            double accuracy,
            double low,
            double high,
            double weight,
            double uniqueShare,
            int flips,
            double longerAgreement,
            long errors) {
        this(
                polarity,
                coverage,
                overlaps,
                conflicts,
                correct,
                incorrect,
                accuracy,
                low,
                high,
                weight,
                uniqueShare,
                flips,
                longerAgreement,
                LengthGuard.NONE,
                errors);
    }

    /// The same without what depends on other rules.
    Figures alone() {
        return new Figures(
                polarity,
                coverage,
                Double.NaN,
                Double.NaN,
                correct,
                incorrect,
                accuracy,
                low,
                high,
                weight,
                Double.NaN,
                flips,
                longerAgreement,
                length,
                errors);
    }
}
