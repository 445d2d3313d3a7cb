package dev.whetstone.core.lf.vote;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.vote.SearchCompiler.Forms;
import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.Measures;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.StructureType;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.ask.Requests;
import dev.whetstone.core.text.ask.SpeechActs;
import dev.whetstone.core.text.diversity.LexicalDiversity;
import dev.whetstone.core.text.entity.Entities;
import dev.whetstone.core.text.entity.Novelty;
import dev.whetstone.core.text.entity.Quantities;
import dev.whetstone.core.text.entity.References;
import dev.whetstone.core.text.match.Finder;
import dev.whetstone.core.text.reading.ReadingStatistics;
import dev.whetstone.core.text.tone.Tones;
import dev.whetstone.core.text.vader.Vader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/// Compiles numbers.
final class MeasureCompiler {
    private final TextCompiler texts;
    private final SearchCompiler searches;
    private final DetectorCompiler detectors;
    private final SlotValues slots;
    private final Concepts concepts;
    private final Leaves leaves;

    MeasureCompiler(
            TextCompiler texts,
            SearchCompiler searches,
            DetectorCompiler detectors,
            SlotValues slots,
            Concepts concepts,
            Leaves leaves) {
        this.leaves = leaves;
        this.texts = texts;
        this.searches = searches;
        this.detectors = detectors;
        this.slots = slots;
        this.concepts = concepts;
    }

    Code.Measure compile(Num number) {
        return switch (number) {
            case Num.Constant(double value) -> _ -> value;
            case Num.Slot(String name) -> slot(name);
            case Num.Product(Num left, Num right) -> {
                Code.Measure first = compile(left);
                Code.Measure second = compile(right);
                yield frame -> defined(frame, first.of(frame), second.of(frame), (a, b) -> a * b);
            }
            case Num.Quotient(Num left, Num right) -> {
                Code.Measure first = compile(left);
                Code.Measure second = compile(right);
                yield frame ->
                        defined(
                                frame,
                                first.of(frame),
                                second.of(frame),
                                (a, b) -> b == 0 ? Double.NaN : a / b);
            }
            case Call call -> leaves.keep(call, call(call));
        };
    }

    private Code.Measure slot(String name) {
        OptionalDouble value = slots.get(name);
        if (value.isPresent()) {
            double known = value.getAsDouble();
            return _ -> known;
        }
        return frame -> {
            frame.report(Abstention.UNSET_SLOT);
            return Double.NaN;
        };
    }

    private static double defined(
            Frame frame, double left, double right, ToDoubleBiFunction<Double, Double> operation) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Double.NaN;
        }
        double result = operation.applyAsDouble(left, right);
        if (Double.isNaN(result)) {
            frame.report(Abstention.UNDEFINED);
        }
        return result;
    }

    private Code.Measure call(Call call) {
        List<Arg> args = call.args();
        return switch (call.function()) {
            case WORDS -> plain(args, text -> text.words().count());
            case PROSE_WORDS -> plain(args, Measures::proseWords);
            case CHARS -> plain(args, text -> text.text().codePointCount(0, text.text().length()));
            case SENTENCES -> plain(args, text -> text.sentences().count());
            case PARAGRAPHS -> plain(args, text -> text.paragraphs().count());
            case LINES -> plain(args, TextFeatures::lines);
            case BULLETS -> structure(args, StructureType.BULLETS);
            case NUMBERED_ITEMS -> structure(args, StructureType.NUMBERED_ITEMS);
            case LIST_ITEMS -> structure(args, StructureType.LIST_ITEMS);
            case HEADINGS -> structure(args, StructureType.HEADINGS);
            case TABLES -> structure(args, StructureType.TABLES);
            case CODE_BLOCKS -> structure(args, StructureType.CODE_BLOCKS);
            case QUOTES -> structure(args, StructureType.QUOTES);
            case QUESTIONS -> plain(args, text -> SpeechActs.questions(text).size());
            case CITATIONS -> plain(args, References::citations);
            case LINKS -> plain(args, References::links);
            case LINKS_TO -> linksTo(args);
            case EXCLAMATIONS -> plain(args, Measures::exclamations);
            case CAPS_WORDS -> plain(args, Measures::capsWords);
            case EMOJIS -> plain(args, Measures::emojis);
            case COUNT -> count(args);
            case DISTINCT -> distinct(args);
            case RATE -> found(args, MeasureCompiler::rate);
            case POSITION -> found(args, MeasureCompiler::position);
            case NOVEL ->
                    novel(args, (text, type, bases) -> (double) Novelty.count(text, type, bases));
            case MAX_QUANTITY -> largest(args);
            case OVERLAP -> both(args, Measures::overlap);
            case COPIED_SHARE -> both(args, Measures::copiedShare);
            case LONGEST_COPY -> both(args, (a, b) -> (double) Measures.longestCopy(a, b));
            case REPEATED_SHARE -> {
                int n = (int) ((Num.Constant) args.get(1)).value();
                yield plain(args, text -> Measures.repeatedShare(text, n));
            }
            case FK_GRADE -> plain(args, text -> ReadingStatistics.of(text).grade());
            case READING_EASE -> plain(args, text -> ReadingStatistics.of(text).ease());
            case TTR -> plain(args, text -> LexicalDiversity.of(text).ttr());
            case MTLD -> plain(args, text -> LexicalDiversity.of(text).mtld());
            case SENTIMENT -> plain(args, text -> Vader.of(text).compound());
            case TONE -> {
                var tone = ((Choice.Manner) args.get(1)).value();
                yield plain(args, text -> Tones.of(text, tone));
            }
            case SCORE -> detectors.score(args);
            case ASKED_NUMBER -> {
                var thing = ((Choice.Counted) args.get(1)).value();
                yield optional(args, text -> Requests.askedNumber(text, thing));
            }
            case MET_CONSTRAINTS -> {
                Code.Text text = texts.text(args.get(0));
                Code.Text prompt = texts.text(args.get(1));
                yield frame -> MetConstraints.count(frame, text.in(frame), prompt.in(frame));
            }
            case STATED_CONSTRAINTS -> plain(args, MetConstraints::stated);
            default -> throw new IllegalStateException(call.function() + " is no measure");
        };
    }

    private Code.Measure plain(List<Arg> args, ToDoubleFunction<TextFeatures> measure) {
        Code.Text text = texts.text(args.getFirst());
        return frame -> {
            TextFeatures features = text.in(frame);
            return features == null ? Double.NaN : measure.applyAsDouble(features);
        };
    }

    private Code.Measure structure(List<Arg> args, StructureType type) {
        return plain(args, text -> text.structure().count(type));
    }

    private interface Sought {
        OptionalDouble in(TextFeatures text);
    }

    private Code.Measure optional(List<Arg> args, Sought sought) {
        Code.Text text = texts.text(args.getFirst());
        return frame -> {
            TextFeatures features = text.in(frame);
            if (features == null) {
                return Double.NaN;
            }
            OptionalDouble value = sought.in(features);
            if (value.isEmpty()) {
                frame.report(Abstention.UNDEFINED);
            }
            return value.orElse(Double.NaN);
        };
    }

    /// The largest quantity; a text without one has 0 of it.
    private Code.Measure largest(List<Arg> args) {
        var unit = ((Choice.Unit) args.get(1)).value();
        return plain(args, text -> Quantities.largest(text, unit).orElse(0));
    }

    private Code.Measure both(
            List<Arg> args, ToDoubleBiFunction<TextFeatures, TextFeatures> measure) {
        Code.Text first = texts.text(args.get(0));
        Code.Text second = texts.text(args.get(1));
        return frame -> {
            TextFeatures left = first.in(frame);
            TextFeatures right = second.in(frame);
            return left == null || right == null ? Double.NaN : measure.applyAsDouble(left, right);
        };
    }

    private Code.Search search(Arg pattern) {
        return searches.compile(pattern, Forms.AS_WRITTEN, texts.namesOf(pattern));
    }

    private Code.Measure found(List<Arg> args, ToDoubleBiFunction<TextFeatures, Spans> measure) {
        Code.Text text = texts.text(args.getFirst());
        Code.Search search = search(args.get(1));
        return frame -> {
            TextFeatures features = text.in(frame);
            Finder finder = search.in(frame);
            return features == null || finder == null
                    ? Double.NaN
                    : measure.applyAsDouble(features, finder.find(features));
        };
    }

    private static double rate(TextFeatures text, Spans found) {
        return text.words().count() == 0 ? 0 : 100.0 * found.count() / text.words().count();
    }

    private static double position(TextFeatures text, Spans found) {
        return found.isEmpty() ? Double.POSITIVE_INFINITY : text.words().at(found.start(0));
    }

    private Code.Measure count(List<Arg> args) {
        Code.Texts list = texts.texts(args.getFirst());
        Code.Search search = search(args.get(1));
        return frame -> {
            List<TextFeatures> elements = list.in(frame);
            Finder finder = search.in(frame);
            if (elements == null || finder == null) {
                return Double.NaN;
            }
            int sum = 0;
            for (TextFeatures element : elements) {
                sum += finder.count(element);
            }
            return sum;
        };
    }

    private Code.Measure distinct(List<Arg> args) {
        Code.Texts list = texts.texts(args.getFirst());
        if (args.get(1) instanceof Pattern.Entity(var type)) {
            return frame -> {
                List<TextFeatures> elements = list.in(frame);
                if (elements == null) {
                    return Double.NaN;
                }
                Set<String> values = new HashSet<>();
                elements.forEach(element -> values.addAll(Entities.values(element, type)));
                return values.size();
            };
        }
        Code.Search search = search(args.get(1));
        return frame -> {
            List<TextFeatures> elements = list.in(frame);
            Finder finder = search.in(frame);
            if (elements == null || finder == null) {
                return Double.NaN;
            }
            Set<String> values = new HashSet<>();
            for (TextFeatures element : elements) {
                Spans found = finder.find(element);
                for (int i = 0; i < found.count(); i++) {
                    values.add(found.in(element.folded(), i));
                }
            }
            return values.size();
        };
    }

    /// Values that the base lacks. The prompt as a base includes the source where one is attached.
    private interface NewValues {
        double of(TextFeatures text, EntityType type, List<TextFeatures> bases);
    }

    /// 1 where a call of `novel` on a kind of values is more than 0, else 0: known sooner.
    Code.Measure anyNovel(Call call) {
        return novel(
                call.args(), (text, type, bases) -> Novelty.any(text, type, bases) ? 1.0 : 0.0);
    }

    private Code.Measure novel(List<Arg> args, NewValues values) {
        Code.Text text = texts.text(args.getFirst());
        Code.Text base = texts.text(args.get(2));
        boolean withSource = args.get(2) == Scope.PROMPT;
        Code.Search search =
                args.get(1) instanceof Pattern.Entity ? _ -> null : search(args.get(1));
        return frame -> {
            TextFeatures features = text.in(frame);
            TextFeatures known = base.in(frame);
            if (features == null || known == null) {
                return Double.NaN;
            }
            List<TextFeatures> bases = new ArrayList<>(2);
            bases.add(known);
            TextFeatures source = withSource ? frame.source() : null;
            if (source != null) {
                bases.add(source);
            }
            if (args.get(1) instanceof Pattern.Entity(var type)) {
                return values.of(features, type, bases);
            }
            Finder finder = search.in(frame);
            return finder == null ? Double.NaN : Novelty.count(features, finder, bases);
        };
    }

    private Code.Measure linksTo(List<Arg> args) {
        Set<String> domains = searches.domains(args.get(1));
        if (args.get(1) instanceof Pattern.Concept(var name) && concepts.of(name).isEmpty()) {
            return frame -> {
                frame.report(Abstention.EMPTY_CONCEPT);
                return Double.NaN;
            };
        }
        return plain(args, text -> References.linksTo(text, domains));
    }
}
