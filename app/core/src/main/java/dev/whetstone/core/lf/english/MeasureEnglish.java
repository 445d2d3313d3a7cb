package dev.whetstone.core.lf.english;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.RulePrinter;
import java.util.List;
import java.util.OptionalDouble;

/// Numbers as noun phrases.
final class MeasureEnglish {
    private final SlotValues slots;

    MeasureEnglish(SlotValues slots) {
        this.slots = slots;
    }

    String of(Num number) {
        return switch (number) {
            case Num.Constant(double value) -> RulePrinter.number(value);
            case Num.Slot(String name) -> {
                OptionalDouble value = slots.get(name);
                yield value.isPresent()
                        ? RulePrinter.number(Math.round(value.getAsDouble() * 1000) / 1000.0)
                        : "a limit to be fitted (?" + name + ")";
            }
            case Num.Product(Num left, Num right) -> of(left) + " times " + of(right);
            case Num.Quotient(Num left, Num right) -> of(left) + " divided by " + of(right);
            case Call call ->
                    call.function().countsWhole()
                            ? "the number of "
                                    + noun(call)
                                    + " in "
                                    + TextEnglish.of(call.args().getFirst())
                            : "the " + share(call) + in(call);
        };
    }

    /// A measure of a response that two responses are compared by: "lower number of words".
    String compared(Num measure, String side) {
        return switch (measure) {
            case Call call ->
                    call.function().countsWhole()
                            ? side + " number of " + noun(call)
                            : side + " " + share(call);
            default -> side + " value of " + of(measure);
        };
    }

    private static String in(Call call) {
        return switch (call.function()) {
            case OVERLAP -> "";
            default -> " of " + TextEnglish.of(call.args().getFirst());
        };
    }

    private static String share(Call call) {
        List<Arg> args = call.args();
        return switch (call.function()) {
            case FK_GRADE -> "reading grade";
            case READING_EASE -> "reading ease";
            case TTR -> "share of different words";
            case MTLD -> "lexical diversity (MTLD)";
            case SENTIMENT -> "sentiment";
            case TONE -> ((Choice.Manner) args.get(1)).value().english() + " tone";
            case SCORE -> TextEnglish.detector(args.get(1)) + " score (detector)";
            case RATE -> "rate of " + TextEnglish.matches(args.get(1)) + " per 100 words";
            case POSITION -> "position of " + TextEnglish.pattern(args.get(1));
            case MAX_QUANTITY -> "largest number of " + ((Choice.Unit) args.get(1)).id();
            case OVERLAP ->
                    "overlap of "
                            + TextEnglish.of(args.get(0))
                            + " with "
                            + TextEnglish.of(args.get(1));
            case COPIED_SHARE -> "share copied from " + TextEnglish.of(args.get(1));
            case REPEATED_SHARE -> "share of repeated wording";
            case ASKED_NUMBER -> "asked number of " + ((Choice.Counted) args.get(1)).id();
            default -> call.function().english();
        };
    }

    /// What a count counts: "bullet points", "numbers that are not in the prompt".
    String noun(Call call) {
        List<Arg> args = call.args();
        return switch (call.function()) {
            case COUNT -> TextEnglish.matches(args.get(1));
            case DISTINCT -> "different " + TextEnglish.matches(args.get(1));
            case NOVEL ->
                    TextEnglish.matches(args.get(1))
                            + " that are not in "
                            + TextEnglish.of(args.get(2));
            case BULLETS -> "bullet points";
            case LINKS_TO -> "links to " + TextEnglish.matches(args.get(1));
            case LONGEST_COPY -> "words in a row copied from " + TextEnglish.of(args.get(1));
            case MET_CONSTRAINTS -> "met constraints of " + TextEnglish.of(args.get(1));
            case STATED_CONSTRAINTS -> "stated constraints";
            default -> call.function().english().replaceFirst("^number of ", "");
        };
    }
}
