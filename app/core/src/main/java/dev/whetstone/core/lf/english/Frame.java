package dev.whetstone.core.lf.english;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A condition as subject, verb and object, so that several with the same subject and verb can be
/// said in one clause: "the response contains neither an apology nor a greeting".
///
/// @param plain the verb without its ending: "contain"
record Frame(String subject, String verb, String plain, String object) {

    /// The condition as it stands; empty where it has no such form.
    static Optional<Frame> of(Bool condition, MeasureEnglish measures) {
        return switch (condition) {
            case Call(var function, var args) -> ofCall(function, args);
            case Bool.Compare(Call left, var relation, Num.Constant(double value))
                    when left.function().countsWhole() && some(relation, value) ->
                    Optional.of(has(left, measures));
            case Bool.Compare(Call(var function, var args), var relation, Num.Slot _)
                    when function == Function.TONE
                            && (relation == Relation.AT_LEAST || relation == Relation.GREATER) ->
                    Optional.of(
                            new Frame(
                                    TextEnglish.of(args.getFirst()),
                                    "sounds",
                                    "sound",
                                    ((Choice.Manner) args.get(1)).value().english()));
            default -> Optional.empty();
        };
    }

    private static Optional<Frame> ofCall(Function function, List<dev.whetstone.core.lf.Arg> args) {
        String plain =
                switch (function) {
                    case CONTAINS -> "contain";
                    case MENTIONS -> "mention";
                    case ASKS_USER_FOR -> "ask the reader for";
                    case DEFINES -> "explain";
                    default -> "";
                };
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Frame(
                                TextEnglish.of(args.getFirst()),
                                function == Function.ASKS_USER_FOR
                                        ? "asks the reader for"
                                        : plain + "s",
                                plain,
                                TextEnglish.pattern(args.get(1))));
    }

    private static Frame has(Call count, MeasureEnglish measures) {
        return new Frame(
                TextEnglish.of(count.args().getFirst()), "has", "have", measures.noun(count));
    }

    private static boolean some(Relation relation, double value) {
        return (value == 1 && relation == Relation.AT_LEAST)
                || (value == 0 && (relation == Relation.GREATER || relation == Relation.NOT_EQUAL));
    }

    private boolean joins(Frame other) {
        return subject.equals(other.subject) && verb.equals(other.verb);
    }

    /// All of the conditions, where they can be said in one clause.
    static Optional<List<Frame>> ofAll(List<Bool> conditions, MeasureEnglish measures) {
        List<Frame> frames =
                conditions.stream().flatMap(one -> of(one, measures).stream()).toList();
        return frames.size() == conditions.size()
                        && frames.stream().allMatch(frame -> frame.joins(frames.getFirst()))
                ? Optional.of(frames)
                : Optional.empty();
    }

    /// "the response sounds neither polite nor friendly"
    static String neither(List<Frame> frames) {
        Frame first = frames.getFirst();
        return first.subject()
                + " "
                + first.verb()
                + " neither "
                + frames.stream().map(Frame::object).collect(Collectors.joining(" nor "));
    }

    /// "the response does not contain both “fee” and “deadline”"
    static String notAll(List<Frame> frames) {
        Frame first = frames.getFirst();
        return first.subject()
                + " does not "
                + first.plain()
                + (frames.size() == 2 ? " both " : " all of ")
                + frames.stream().map(Frame::object).collect(Collectors.joining(" and "));
    }
}
