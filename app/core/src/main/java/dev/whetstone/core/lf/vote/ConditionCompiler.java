package dev.whetstone.core.lf.vote;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.InstructionArgs;
import dev.whetstone.core.lf.Lang;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.vote.SearchCompiler.Forms;
import dev.whetstone.core.text.Language;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.ask.Completeness;
import dev.whetstone.core.text.ask.Json;
import dev.whetstone.core.text.ask.Requests;
import dev.whetstone.core.text.ask.SpeechActs;
import dev.whetstone.core.text.ifeval.PublishedCheck;
import dev.whetstone.core.text.lang.LanguageGuess;
import dev.whetstone.core.text.match.Finder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Compiles conditions.
final class ConditionCompiler {
    private final SearchCompiler searches;
    private final TextCompiler texts = new TextCompiler();
    private final MeasureCompiler measures;
    private final DetectorCompiler detectors;

    private final Leaves leaves;

    ConditionCompiler(
            Concepts concepts,
            Detectors detectors,
            SlotValues slots,
            SearchCompiler searches,
            Leaves leaves) {
        this.searches = searches;
        this.detectors = new DetectorCompiler(texts, detectors);
        this.measures =
                new MeasureCompiler(texts, searches, this.detectors, slots, concepts, leaves);
        this.leaves = leaves;
    }

    Code.Measure measure(Num number) {
        return measures.compile(number);
    }

    Code.Condition compile(Bool condition) {
        return switch (condition) {
            case Bool.Not(var operand) -> {
                Code.Condition inner = compile(operand);
                yield frame -> inner.test(frame).negated();
            }
            case Bool.And(var operands) -> joined(operands, Truth.FALSE);
            case Bool.Or(var operands) -> joined(operands, Truth.TRUE);
            case Bool.Compare compare -> compare(compare);
            case Bool.CompareLang compare -> leaves.keep(compare, languages(compare));
            case Call call -> leaves.keep(call, call(call));
        };
    }

    /// `and` is settled by a false operand, `or` by a true one, whatever is unknown beside it.
    private Code.Condition joined(List<Bool> operands, Truth settling) {
        // what looks at the prompt alone settles many pairs and is remembered with the prompt
        Code.Condition[] parts =
                operands.stream()
                        .sorted(Comparator.comparing(ConditionCompiler::looksAtResponse))
                        .map(this::compile)
                        .toArray(Code.Condition[]::new);
        return frame -> {
            Truth result = settling.negated();
            for (Code.Condition part : parts) {
                Truth value = part.test(frame);
                if (value == settling) {
                    return settling;
                }
                if (value == Truth.UNKNOWN) {
                    result = Truth.UNKNOWN;
                }
            }
            return result;
        };
    }

    private static boolean looksAtResponse(Bool operand) {
        Set<Scope> scopes = Scopes.of(operand);
        return scopes.contains(Scope.RESPONSE)
                || scopes.contains(Scope.OTHER)
                || scopes.contains(Scope.ITEM);
    }

    private Code.Condition compare(Bool.Compare compare) {
        Relation relation = compare.relation();
        Code.Measure first = measures.compile(compare.left());
        Code.Measure second = measures.compile(compare.right());
        if (asksForAny(compare)) {
            Code.Measure any = measures.anyNovel((Call) compare.left());
            return frame ->
                    compared(
                            frame.columns == null ? any.of(frame) : first.of(frame),
                            relation,
                            second.of(frame));
        }
        return frame -> compared(first.of(frame), relation, second.of(frame));
    }

    /// Whether the comparison only tells no new value from one or more.
    private static boolean asksForAny(Bool.Compare compare) {
        if (!(compare.left() instanceof Call call)
                || call.function() != Function.NOVEL
                || !(call.args().get(1) instanceof Pattern.Entity)
                || !(compare.right() instanceof Num.Constant(double value))) {
            return false;
        }
        return switch (compare.relation()) {
            case GREATER, AT_MOST, EQUAL, NOT_EQUAL -> value == 0;
            case AT_LEAST, LESS -> value == 1;
        };
    }

    private static Truth compared(double left, Relation relation, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Truth.UNKNOWN;
        }
        return Truth.of(relation.holds(left, right));
    }

    private interface LanguageCode {
        Optional<Language> in(Frame frame);
    }

    private Code.Condition languages(Bool.CompareLang compare) {
        LanguageCode first = language(compare.left());
        LanguageCode second = language(compare.right());
        boolean equal = compare.relation() == Relation.EQUAL;
        return frame -> {
            Optional<Language> left = first.in(frame);
            Optional<Language> right = second.in(frame);
            return left.isEmpty() || right.isEmpty()
                    ? Truth.UNKNOWN
                    : Truth.of((left.get() == right.get()) == equal);
        };
    }

    private LanguageCode language(Lang lang) {
        if (lang instanceof Lang.Code(Language known)) {
            return _ -> Optional.of(known);
        }
        Code.Text text = texts.text(((Call) lang).args().getFirst());
        return frame -> {
            TextFeatures features = text.in(frame);
            if (features == null) {
                return Optional.empty();
            }
            Optional<Language> guess = LanguageGuess.of(features);
            if (guess.isEmpty()) {
                frame.report(Abstention.UNKNOWN_LANGUAGE);
            }
            return guess;
        };
    }

    private Code.Condition call(Call call) {
        List<Arg> args = call.args();
        return switch (call.function()) {
            case CONTAINS -> anyOf(args, Forms.AS_WRITTEN);
            case MENTIONS -> anyOf(args, Forms.INFLECTED);
            case STARTS_WITH -> matched(args, (text, finder) -> finder.opens(text));
            case ENDS_WITH -> matched(args, ConditionCompiler::endsWith);
            case DEFINES -> matched(args, SpeechActs::defines);
            case ASKS_USER_FOR -> matched(args, SpeechActs::asksReaderFor);
            case NEAR, BEFORE, ORDERED -> placed(call);
            case ASKS_FOR -> {
                var request = ((Choice.Request) args.get(1)).value();
                yield plain(args, text -> Requests.asksFor(text, request));
            }
            case YES_NO_QUESTION -> plain(args, SpeechActs::asksYesNo);
            case GREETS -> plain(args, SpeechActs::greets);
            case REFUSES -> plain(args, text -> text.memo("refuses", SpeechActs::refuses));
            case TRUNCATED -> plain(args, text -> Completeness.isTruncated(text.text()));
            case IS_JSON -> plain(args, text -> Json.isJson(text.text()));
            case DETECTS -> detectors.detects(args);
            case ALL, SOME -> quantified(call);
            case IFEVAL -> plain(args, new PublishedCheck(InstructionArgs.setting(args))::strict);
            default -> throw new IllegalStateException(call.function() + " is no condition");
        };
    }

    private Code.Condition plain(List<Arg> args, Predicate<TextFeatures> test) {
        Code.Text text = texts.text(args.getFirst());
        return frame -> {
            TextFeatures features = text.in(frame);
            return features == null ? Truth.UNKNOWN : Truth.of(test.test(features));
        };
    }

    private Code.Search search(Arg pattern, Forms forms) {
        return searches.compile(pattern, forms, texts.namesOf(pattern));
    }

    private Code.Condition matched(List<Arg> args, BiPredicate<TextFeatures, Finder> test) {
        Code.Text text = texts.text(args.getFirst());
        Code.Search search = search(args.get(1), Forms.AS_WRITTEN);
        return frame -> {
            TextFeatures features = text.in(frame);
            Finder finder = search.in(frame);
            return features == null || finder == null
                    ? Truth.UNKNOWN
                    : Truth.of(test.test(features, finder));
        };
    }

    private Code.Condition anyOf(List<Arg> args, Forms forms) {
        Code.Texts list = texts.texts(args.getFirst());
        Code.Search search = search(args.get(1), forms);
        return frame -> {
            List<TextFeatures> elements = list.in(frame);
            Finder finder = search.in(frame);
            if (elements == null || finder == null) {
                return Truth.UNKNOWN;
            }
            for (TextFeatures element : elements) {
                if (finder.occursIn(element)) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        };
    }

    private Code.Condition placed(Call call) {
        Code.Text text = texts.text(call.args().getFirst());
        List<Code.Search> patterns = new ArrayList<>();
        for (Arg arg : call.args().subList(1, call.args().size())) {
            if (!(arg instanceof Num.Constant)) {
                patterns.add(search(arg, Forms.AS_WRITTEN));
            }
        }
        int most =
                call.function() == Function.NEAR
                        ? (int) ((Num.Constant) call.args().getLast()).value()
                        : 0;
        return frame -> {
            TextFeatures features = text.in(frame);
            if (features == null) {
                return Truth.UNKNOWN;
            }
            List<Spans> places = new ArrayList<>();
            for (Code.Search pattern : patterns) {
                Finder finder = pattern.in(frame);
                if (finder == null) {
                    return Truth.UNKNOWN;
                }
                places.add(finder.find(features));
            }
            return Truth.of(
                    call.function() == Function.NEAR
                            ? Places.near(features, places.get(0), places.get(1), most)
                            : Places.inOrder(places));
        };
    }

    private static boolean endsWith(TextFeatures text, Finder finder) {
        Spans found = finder.find(text);
        if (found.isEmpty()) {
            return false;
        }
        for (int i = found.end(found.count() - 1); i < text.text().length(); i++) {
            if (Character.isLetterOrDigit(text.text().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Code.Condition quantified(Call call) {
        Code.Texts list = texts.texts(call.args().getFirst());
        Code.Condition body = compile((Bool) call.args().getLast());
        Truth settling = call.function() == Function.ALL ? Truth.FALSE : Truth.TRUE;
        return frame -> {
            List<TextFeatures> elements = list.in(frame);
            if (elements == null) {
                return Truth.UNKNOWN;
            }
            Truth result = settling.negated();
            TextFeatures outer = frame.item;
            for (TextFeatures element : elements) {
                frame.item = element;
                Truth value = body.test(frame);
                if (value == settling) {
                    result = settling;
                    break;
                }
                result = value == Truth.UNKNOWN ? Truth.UNKNOWN : result;
            }
            frame.item = outer;
            return result;
        };
    }
}
