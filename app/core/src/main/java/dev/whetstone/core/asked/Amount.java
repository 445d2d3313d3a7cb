package dev.whetstone.core.asked;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.text.entity.NumberWords;
import java.util.List;
import java.util.OptionalDouble;

/// Numbers and comparisons as prompts spell them.
final class Amount {
    static final String NUMBER =
            "(\\d{1,3}(?:,\\d{3})+|\\d{1,6}|one|a single|two|three|four|five|six|seven|eight|nine|ten"
                    + "|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)";
    static final String RELATION =
            "(at least|at the very least|a minimum of|minimum of|minimum|min\\.?|no less than|no fewer"
                    + " than|not less than|not fewer than|at most|a maximum of|maximum of|maximum"
                    + "|max\\.?|no more than|not more than|up to|within|not exceed|not exceeding"
                    + "|under|below|less than|fewer than|shorter than|more than|over|longer than"
                    + "|exactly|precisely|only|about|around|approximately|roughly|approx\\.?|circa)";

    /// How far an approximate number may be missed, as a share.
    private static final double ABOUT = .2;

    private Amount() {}

    static double value(String number) {
        String digits = number.replace(",", "");
        if (Character.isDigit(digits.charAt(0))) {
            return Double.parseDouble(digits);
        }
        OptionalDouble value = NumberWords.value(number.equals("a single") ? "one" : number);
        return value.orElse(Double.NaN);
    }

    /// Conditions that a measure meets which stands in a relation to a number.
    ///
    /// @param relation one of [#RELATION], or `or more`, `or less` and the like
    static List<Bool> conditions(Num measure, String relation, double number) {
        return switch (relation) {
            case "exactly", "precisely", "only" -> is(measure, Relation.EQUAL, number);
            case "about", "around", "approximately", "roughly", "approx", "approx.", "circa" ->
                    about(measure, number);
            case "under", "below", "less than", "fewer than", "shorter than" ->
                    is(measure, Relation.LESS, number);
            case "more than", "over", "longer than" -> is(measure, Relation.GREATER, number);
            case "at least", "at the very least", "a minimum of", "minimum of", "minimum" ->
                    is(measure, Relation.AT_LEAST, number);
            case "min", "min.", "no less than", "no fewer than", "not less than" ->
                    is(measure, Relation.AT_LEAST, number);
            case "not fewer than", "or more", "or longer" -> is(measure, Relation.AT_LEAST, number);
            default -> is(measure, Relation.AT_MOST, number);
        };
    }

    /// What "not" makes of a relation: "not more than" is "at most". Empty where it says nothing
    /// that can be checked.
    static String negated(String relation) {
        return switch (relation) {
            case "more than", "over", "longer than" -> "at most";
            case "less than", "fewer than", "under", "below", "shorter than" -> "at least";
            default -> "";
        };
    }

    static List<Bool> about(Num measure, double number) {
        return between(measure, Math.floor(number * (1 - ABOUT)), Math.ceil(number * (1 + ABOUT)));
    }

    static List<Bool> between(Num measure, double low, double high) {
        return List.of(
                new Bool.Compare(measure, Relation.AT_LEAST, new Num.Constant(low)),
                new Bool.Compare(measure, Relation.AT_MOST, new Num.Constant(high)));
    }

    static List<Bool> is(Num measure, Relation relation, double number) {
        return List.of(new Bool.Compare(measure, relation, new Num.Constant(number)));
    }
}
