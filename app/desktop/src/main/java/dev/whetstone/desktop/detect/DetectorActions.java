package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.detect.DetectorsViewModel.Page;
import dev.whetstone.desktop.detect.DetectorsViewModel.Use;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.detectors.Mark;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;

/// What can be done on the detectors' screen.
///
/// @param read lets the chosen one read all replies
/// @param run lets all read what rules ask about
record DetectorActions(
        Action create,
        Action back,
        Action undo,
        Action run,
        Action train,
        Action read,
        Action stop,
        Action mark,
        Action found,
        Action yes,
        Action no,
        Action skip,
        Action unmark,
        Action better,
        Action worse,
        Action higher,
        Action remove) {
    private static final Scope HERE = Scope.on(ScreenId.DETECTORS);

    static DetectorActions of(DetectorsViewModel model, Navigator navigator, Messages messages) {
        Make make = new Make(messages);
        BooleanBinding idle =
                Bindings.createBooleanBinding(
                        () -> !model.work().isBusy(), model.work().runningProperty());
        BooleanBinding chosen =
                Bindings.createBooleanBinding(
                        () -> model.chosenProperty().get().isPresent(), model.chosenProperty());
        BooleanBinding trained =
                Bindings.createBooleanBinding(
                        () -> model.rule(Use.BETTER).isPresent(), model.chosenProperty());
        BooleanBinding learns =
                Bindings.createBooleanBinding(model::canLearn, model.chosenProperty());
        BooleanBinding marking =
                model.pageProperty().isEqualTo(Page.MARK).and(model.marks().askingProperty());
        BooleanBinding undoable = model.undo().newestProperty().isNotEmpty();
        return new DetectorActions(
                make.always("detect.new", "action.detect.new", "Ctrl+N", model::startNew),
                make.always(
                        "detect.back",
                        "action.detect.back",
                        "Esc",
                        () -> {
                            if (model.pageProperty().get() == Page.NEW && chosen.get()) {
                                model.leaveNew();
                            } else {
                                navigator.show(ScreenId.RULES);
                            }
                        }),
                make.when(
                        undoable,
                        "detect.undo",
                        "action.detect.undo",
                        "Ctrl+Z",
                        model.undo()::undo),
                make.when(idle, "detect.run", "action.detect.run", "", model::readForRules),
                make.when(
                        learns.and(idle), "detect.train", "action.detect.train", "T", model::train),
                make.when(
                        trained.and(idle),
                        "detect.read",
                        "action.detect.read",
                        "R",
                        () -> model.read(Integer.MAX_VALUE)),
                make.when(
                        idle.not(), "detect.stop", "action.detect.stop", "", model.work()::cancel),
                make.when(
                        chosen,
                        "detect.mark",
                        "action.detect.mark",
                        "M",
                        () -> model.pageProperty().set(Page.MARK)),
                make.when(
                        chosen,
                        "detect.found",
                        "action.detect.found",
                        "F",
                        () -> model.pageProperty().set(Page.FOUND)),
                make.when(
                        marking,
                        "detect.yes",
                        "action.detect.yes",
                        "Y",
                        () -> model.marks().answer(Mark.Answer.YES)),
                make.when(
                        marking,
                        "detect.no",
                        "action.detect.no",
                        "N",
                        () -> model.marks().answer(Mark.Answer.NO)),
                make.when(marking, "detect.skip", "action.detect.skip", "S", model.marks()::skip),
                make.when(
                        model.pageProperty().isEqualTo(Page.MARK).and(undoable),
                        "detect.unmark",
                        "action.detect.unmark",
                        "Z",
                        model.undo()::undo),
                make.rule(model, navigator, trained, Use.BETTER),
                make.rule(model, navigator, trained, Use.WORSE),
                make.rule(model, navigator, trained, Use.HIGHER),
                make.when(chosen, "detect.remove", "action.detect.remove", "", model::remove));
    }

    List<Action> all() {
        return List.of(
                create, back, undo, run, train, read, stop, mark, found, yes, no, skip, unmark,
                better, worse, higher, remove);
    }

    private record Make(Messages messages) {
        Action always(String id, String title, String key, Runnable effect) {
            return Action.always(id, messages.t(title), HERE, Shortcut.of(key), effect);
        }

        Action when(
                ObservableBooleanValue possible,
                String id,
                String title,
                String key,
                Runnable effect) {
            return new Action(
                    id,
                    messages.t(title),
                    HERE,
                    key.isEmpty() ? Shortcut.NONE : Shortcut.of(key),
                    possible,
                    effect);
        }

        Action rule(
                DetectorsViewModel model,
                Navigator navigator,
                ObservableBooleanValue possible,
                Use use) {
            Runnable write = () -> model.rule(use).ifPresent(navigator::writeRule);
            return switch (use) {
                case BETTER -> when(possible, "detect.better", "action.detect.better", "B", write);
                case WORSE -> when(possible, "detect.worse", "action.detect.worse", "W", write);
                case HIGHER -> when(possible, "detect.higher", "action.detect.higher", "P", write);
            };
        }
    }
}
