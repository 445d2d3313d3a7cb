package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.Strength;
import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;

/// The desk's actions with their keys.
final class CompareActions {
    private static final Scope HERE = Scope.on(ScreenId.COMPARE);

    private final Map<String, Action> byId = new LinkedHashMap<>();
    private final CompareViewModel model;
    /// Whether the comparison is in front, and no question.
    private final BooleanBinding desk;

    CompareActions(
            CompareViewModel model, GuidelinesViewModel guidelines, Runnable focusWhy, Messages m) {
        this.model = model;
        BooleanBinding asking = model.question().open();
        desk = asking.not();
        BooleanBinding pair = model.isPair().and(desk);
        BooleanBinding any = model.hasShowing().and(desk);
        BooleanBinding ranking = model.isRanking().and(desk);
        add("compare.left", m.t("action.left"), "F", pair, () -> model.prefer(0));
        add("compare.tie", m.t("action.tie"), "T", any, model::tie);
        add("compare.bad", m.t("action.bad"), "B", any, model::bothBad);
        add("compare.right", m.t("action.right"), "J", pair, () -> model.prefer(1));
        add(
                "compare.slightly",
                m.t("action.slightly"),
                "1",
                pair,
                () -> strength(Strength.SLIGHTLY));
        add("compare.clearly", m.t("action.clearly"), "2", pair, () -> strength(Strength.CLEARLY));
        add("compare.much", m.t("action.much"), "3", pair, () -> strength(Strength.MUCH));
        add("compare.send", m.t("action.send"), "W", any, model::toggleAcceptable);
        add("compare.skip", m.t("action.skip"), "S", any, model::skip);
        add("compare.flag", m.t("action.flag"), "X", any, () -> model.flag(""));
        always("compare.undo", m.t("action.undo"), "Z", model::undo);
        always("compare.undo2", m.t("action.undo"), "Ctrl+Z", model::undo);
        add("compare.redo", m.t("action.redo"), "Ctrl+Shift+Z", desk, model::redo);
        add("compare.why", m.t("action.why"), "E", any, focusWhy);
        add("compare.save", m.t("action.save"), "Ctrl+Enter", any, model::save);
        add("compare.save2", m.t("action.save"), "Enter", any, model::save);
        add("compare.diff", m.t("action.diff"), "D", any, () -> flip(model.differencesProperty()));
        add(
                "compare.scroll",
                m.t("action.scroll"),
                "Y",
                any,
                () -> flip(model.scrollTogetherProperty()));
        add("compare.guidelines", m.t("action.guidelines"), "G", desk, guidelines::toggle);
        add("compare.back", m.t("action.back"), "Alt+Left", desk, model::back);
        add("compare.forward", m.t("action.forward"), "Alt+Right", desk, model::forward);
        add("compare.back2", m.t("action.back"), "Left", pair, model::back);
        add("compare.forward2", m.t("action.forward"), "Right", pair, model::forward);
        add(
                "compare.focus-left",
                m.t("action.focus-left"),
                "Left",
                ranking,
                () -> model.moveFocus(-1));
        add(
                "compare.focus-right",
                m.t("action.focus-right"),
                "Right",
                ranking,
                () -> model.moveFocus(1));
        for (int place = 0; place <= 5; place++) {
            int slot = place;
            String title = place == 0 ? m.t("action.unplace") : m.t("action.place", place);
            add(
                    "compare.place-" + place,
                    title,
                    String.valueOf(place),
                    ranking,
                    () -> model.place(slot));
        }
        WhyViewModel why = model.why();
        add("compare.accept", m.t("action.accept"), "A", any, why::accept);
        add("compare.edit", m.t("action.edit"), "Q", any, why::startEdit);
        add("compare.reading", m.t("action.reading"), "R", any, why::nextReading);
        add("compare.ignore", m.t("action.ignore"), "I", any, why::ignore);
        addGate(why.gate(), any, m, why);
        addHelp(why, any, m);
        addQuestion(model.question(), asking, m);
        for (int i = 0; i < WhyViewModel.TAGS.size(); i++) {
            String tag = WhyViewModel.TAGS.get(i);
            add(
                    "compare.tag-" + tag,
                    m.t("action.tag", TagNames.of(tag, m)),
                    "Alt+" + (i + 1),
                    any,
                    () -> why.toggleTag(tag));
        }
    }

    private void addGate(GateViewModel gate, BooleanBinding any, Messages m, WhyViewModel why) {
        BooleanBinding possible =
                Bindings.createBooleanBinding(
                        () -> gate.offeredProperty().get().isPresent(), gate.offeredProperty());
        add("compare.gate", m.t("action.gate"), "O", any.and(possible), why::takeGate);
    }

    private void addHelp(WhyViewModel why, BooleanBinding any, Messages m) {
        HelpViewModel help = why.help();
        BooleanBinding open =
                any.and(
                        Bindings.createBooleanBinding(
                                () -> help.questionProperty().get().isPresent(),
                                help.questionProperty()));
        BooleanBinding marked = any.and(Bindings.isNotEmpty(why.evidence()));
        add("compare.note", m.t("action.note"), "N", open, help::keep);
        add("compare.words", m.t("action.words"), "L", open.or(marked), help::openWords);
        add("compare.fact", m.t("action.fact"), "V", open, help::openFact);
        add("compare.similar", m.t("action.similar"), "M", open, help::similar);
    }

    private void addQuestion(QuestionViewModel question, BooleanBinding asking, Messages m) {
        add("question.left", m.t("action.left"), "F", asking, () -> question.prefer(0));
        add("question.tie", m.t("action.tie"), "T", asking, question::tie);
        add("question.right", m.t("action.right"), "J", asking, () -> question.prefer(1));
        add("question.first", m.t("action.question.first"), "1", asking, () -> question.pick(0));
        add("question.second", m.t("action.question.second"), "2", asking, () -> question.pick(1));
        add("question.later", m.t("action.question.later"), "Esc", asking, question::later);
    }

    private void strength(Strength strength) {
        model.strength(strength);
    }

    private static void flip(javafx.beans.property.BooleanProperty property) {
        property.set(!property.get());
    }

    private void always(String id, String title, String key, Runnable effect) {
        byId.put(id, Action.always(id, title, HERE, Shortcut.of(key), effect));
    }

    private void add(
            String id, String title, String key, ObservableBooleanValue when, Runnable effect) {
        byId.put(id, new Action(id, title, HERE, Shortcut.of(key), when, effect));
    }

    Action get(String id) {
        Action action = byId.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action " + id);
        }
        return action;
    }

    List<Action> all() {
        return new ArrayList<>(byId.values());
    }
}
