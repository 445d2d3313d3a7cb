package dev.whetstone.core.lf.vote;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.TextArg;
import dev.whetstone.core.lf.Type;
import dev.whetstone.core.text.StructureType;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.ask.SpeechActs;
import dev.whetstone.core.text.ifeval.ResponseVariants;
import java.util.List;
import java.util.function.UnaryOperator;

/// Compiles texts and lists of texts.
final class TextCompiler {
    private static final TextFeatures EMPTY = new TextFeatures("");

    Code.Text text(Arg arg) {
        return switch ((TextArg) arg) {
            case Scope scope ->
                    switch (scope) {
                        case PROMPT -> Frame::prompt;
                        case RESPONSE -> Frame::response;
                        case OTHER -> Frame::other;
                        case ITEM -> frame -> frame.item;
                        case SOURCE ->
                                frame -> {
                                    TextFeatures source = frame.source();
                                    if (source == null) {
                                        frame.report(Abstention.MISSING_SOURCE);
                                    }
                                    return source;
                                };
                    };
            case Call call -> part(call);
        };
    }

    private Code.Text part(Call call) {
        Code.Text whole = text(call.args().getFirst());
        UnaryOperator<TextFeatures> part =
                switch (call.function()) {
                    case FIRST_SENTENCE -> text -> first(text.sentenceTexts());
                    case LAST_SENTENCE -> text -> last(text.sentenceTexts());
                    case FIRST_PARAGRAPH -> text -> first(text.paragraphTexts());
                    case LAST_PARAGRAPH -> text -> last(text.paragraphTexts());
                    case PARAGRAPH -> {
                        int n = (int) ((Num.Constant) call.args().get(1)).value();
                        yield text -> nth(text.paragraphTexts(), n);
                    }
                    default -> throw new IllegalStateException(call.function() + " is no text");
                };
        return frame -> {
            TextFeatures text = whole.in(frame);
            return text == null ? null : part.apply(text);
        };
    }

    private static TextFeatures first(List<TextFeatures> texts) {
        return texts.isEmpty() ? EMPTY : texts.getFirst();
    }

    private static TextFeatures last(List<TextFeatures> texts) {
        return texts.isEmpty() ? EMPTY : texts.getLast();
    }

    private static TextFeatures nth(List<TextFeatures> texts, int n) {
        return n > texts.size() ? EMPTY : texts.get(n - 1);
    }

    /// A list; a single text is a list of one.
    Code.Texts texts(Arg arg) {
        if (arg.type() != Type.TEXT_LIST) {
            Code.Text single = text(arg);
            return frame -> {
                TextFeatures text = single.in(frame);
                return text == null ? null : List.of(text);
            };
        }
        Call call = (Call) arg;
        Code.Text whole = text(call.args().getFirst());
        return frame -> {
            TextFeatures text = whole.in(frame);
            return text == null ? null : list(call, text);
        };
    }

    private static List<TextFeatures> list(Call call, TextFeatures text) {
        return switch (call.function()) {
            case PARAGRAPHS_OF -> text.paragraphTexts();
            case SENTENCES_OF -> text.sentenceTexts();
            case QUESTIONS_IN -> text.memo("questions", SpeechActs::questions);
            case ITEMS_OF ->
                    text.memo(
                            "items", t -> t.parts(t.structure().places(StructureType.LIST_ITEMS)));
            case VARIANTS_OF ->
                    text.memo(
                            "variants",
                            t ->
                                    ResponseVariants.of(t.text()).stream()
                                            .map(TextFeatures::new)
                                            .toList());
            default -> throw new IllegalStateException(call.function() + " is no list");
        };
    }

    /// The text whose names a pattern stands for; nothing for other patterns.
    Code.Text namesOf(Arg pattern) {
        return pattern instanceof Call call ? text(call.args().getFirst()) : _ -> null;
    }
}
