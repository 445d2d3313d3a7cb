package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.rules.LivePreview;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.explain.Question;
import dev.whetstone.services.explain.Understanding;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The explanation under way: its words, evidence and tags, and what they are understood as.
public final class WhyViewModel {
    /// Reason tags, in the order of their keys.
    public static final List<String> TAGS =
            List.of("missing", "wrong", "tone", "format", "length", "risk");

    private final Explaining explaining;
    private final LivePreview edit;
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ObjectProperty<Box> box = new SimpleObjectProperty<>(Box.WORSE);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<EvidenceSpan> evidence = FXCollections.observableArrayList();
    private final ObservableList<EvidenceSpan> evidenceView =
            FXCollections.unmodifiableObservableList(evidence);
    private final ObservableSet<String> tags = FXCollections.observableSet();
    private final ObservableSet<String> tagsView = FXCollections.unmodifiableObservableSet(tags);
    private final ReadOnlyObjectWrapper<Understanding> understanding =
            new ReadOnlyObjectWrapper<>(Understanding.nothing(""));
    private final ObservableList<Chip> chips = FXCollections.observableArrayList();
    private final ObservableList<Chip> chipsView = FXCollections.unmodifiableObservableList(chips);
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final Map<String, Chip.State> decided = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private Optional<Showing> showing = Optional.empty();
    private Ranking ranking = Ranking.NONE;
    private Runnable changed = () -> {};
    private boolean loading;

    public WhyViewModel(Explaining explaining, Rules rules, TaskRunner runner, Feedback feedback) {
        this.explaining = explaining;
        this.edit = new LivePreview(rules, runner, feedback::failed, "chip-edit");
        this.runner = runner;
        this.feedback = feedback;
        box.subscribe(value -> edited());
        text.subscribe(value -> edited());
    }

    /// Makes the first sentence as fast as the others.
    void prepare() {
        var unused =
                runner.run(Work.effect("prepare", explaining::prepare, () -> {}, feedback::failed));
    }

    /// Is told of every change a person makes.
    void onChanged(Runnable listener) {
        changed = listener;
    }

    void load(Showing newShowing) {
        loading = true;
        showing = Optional.of(newShowing);
        ranking = newShowing.draft().ranking();
        Explanation explanation = newShowing.draft().explanation();
        decided.clear();
        answers.clear();
        box.set(explanation.text().isEmpty() ? Box.WORSE : explanation.box());
        evidence.setAll(explanation.spans());
        tags.clear();
        tags.addAll(explanation.tags());
        text.set(explanation.text());
        loading = false;
        understand();
    }

    /// The judgement was saved: rules accepted meanwhile get its explanation as their source. Not
    /// for
    /// the JavaFX thread.
    void judged(UUID comparison) {
        explaining.judged(comparison);
    }

    /// The choice that the words explain.
    void setRanking(Ranking newRanking) {
        if (!newRanking.equals(ranking)) {
            ranking = newRanking;
            understand();
        }
    }

    public Explanation explanation() {
        boolean empty = text.get().isBlank() && evidence.isEmpty() && tags.isEmpty();
        return empty
                ? Explanation.NONE
                : new Explanation(
                        box.get(),
                        text.get(),
                        List.copyOf(evidence),
                        TAGS.stream().filter(tags::contains).toList());
    }

    public ObjectProperty<Box> boxProperty() {
        return box;
    }

    public StringProperty textProperty() {
        return text;
    }

    public ObservableList<EvidenceSpan> evidence() {
        return evidenceView;
    }

    public ObservableSet<String> tags() {
        return tagsView;
    }

    public ReadOnlyObjectProperty<Understanding> understandingProperty() {
        return understanding.getReadOnlyProperty();
    }

    public ObservableList<Chip> chips() {
        return chipsView;
    }

    /// The chip that keys act on.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// Marks a stretch of a response; stretches that touch become one.
    ///
    /// @param response stored index
    public void addEvidence(int response, int start, int end) {
        int from = start;
        int to = end;
        List<EvidenceSpan> kept = new ArrayList<>();
        for (EvidenceSpan span : evidence) {
            if (span.response() == response && span.start() <= to && span.end() >= from) {
                from = Math.min(from, span.start());
                to = Math.max(to, span.end());
            } else {
                kept.add(span);
            }
        }
        kept.add(new EvidenceSpan(response, from, to));
        evidence.setAll(kept);
        edited();
    }

    public void clearEvidence(int response) {
        evidence.removeIf(span -> span.response() == response);
        edited();
    }

    public void toggleTag(String tag) {
        if (!tags.remove(tag)) {
            tags.add(tag);
        }
        changed.run();
    }

    private void edited() {
        if (!loading) {
            changed.run();
            understand();
        }
    }

    private void understand() {
        if (showing.isEmpty() || text.get().isBlank()) {
            understood(Understanding.nothing(text.get()));
            return;
        }
        var comparison = showing.get().comparison().id();
        Explanation explanation = explanation();
        Ranking choice = ranking;
        Map<String, String> given = Map.copyOf(answers);
        var unused =
                runner.run(
                        Work.of(
                                "understand",
                                () -> explaining.understand(comparison, choice, explanation, given),
                                this::understood,
                                feedback::failed));
    }

    private void understood(Understanding result) {
        if (!result.text().equals(text.get())) {
            return;
        }
        understanding.set(result);
        Map<Integer, List<Candidate>> readings = new LinkedHashMap<>();
        for (Candidate candidate : result.candidates()) {
            readings.computeIfAbsent(candidate.reading(), key -> new ArrayList<>()).add(candidate);
        }
        List<Chip> made = new ArrayList<>();
        readings.values().forEach(list -> made.add(chip(list)));
        result.questions().forEach(question -> made.add(new Chip.Ask(question)));
        chips.setAll(made);
        editing.set(false);
        selected.set(Math.clamp(selected.get(), 0, Math.max(made.size() - 1, 0)));
    }

    private Chip chip(List<Candidate> readings) {
        for (int i = 0; i < readings.size(); i++) {
            Chip.State state = decided.get(readings.get(i).rule());
            if (state != null) {
                return new Chip.Rule(readings, i, state);
            }
        }
        return new Chip.Rule(readings, 0, Chip.State.OPEN);
    }

    /// Makes the rule of the selected chip active.
    public void accept() {
        openRule().ifPresent(rule -> accept(selected.get(), rule.candidate()));
    }

    /// The text of the selected chip's rule while it is edited.
    public LivePreview edit() {
        return edit;
    }

    public BooleanProperty editingProperty() {
        return editing;
    }

    /// Opens the selected chip's rule for editing.
    public void startEdit() {
        openRule()
                .ifPresent(
                        rule -> {
                            edit.start(RuleRow.NO_COMPARISON, rule.candidate().rule());
                            editing.set(true);
                        });
    }

    /// Makes the edited rule active, when it is one.
    public void acceptEdit() {
        Optional<Chip.Rule> rule = openRule();
        if (rule.isPresent()
                && edit.previewProperty().get().orElse(null) instanceof Preview.Counted good) {
            editing.set(false);
            accept(
                    selected.get(),
                    new Candidate(
                            good.canonical(),
                            good.sentence(),
                            rule.get().candidate().reading(),
                            good.after(),
                            good.warnings(),
                            good.warnings().isEmpty()));
        }
    }

    private void accept(int index, Candidate candidate) {
        var comparison = showing.orElseThrow().comparison().id();
        Explanation explanation = explanation();
        var unused =
                runner.run(
                        Work.effect(
                                "",
                                () -> explaining.accept(comparison, explanation, candidate),
                                () -> {
                                    decide(index, candidate, Chip.State.ACCEPTED);
                                    feedback.saved();
                                },
                                feedback::failed));
    }

    /// Leaves the selected rule out.
    public void ignore() {
        openRule()
                .ifPresent(
                        rule -> {
                            var comparison = showing.orElseThrow().comparison().id();
                            Explanation explanation = explanation();
                            int index = selected.get();
                            var unused =
                                    runner.run(
                                            Work.effect(
                                                    "",
                                                    () ->
                                                            explaining.ignore(
                                                                    comparison,
                                                                    explanation,
                                                                    rule.candidate()),
                                                    () ->
                                                            decide(
                                                                    index,
                                                                    rule.candidate(),
                                                                    Chip.State.IGNORED),
                                                    feedback::failed));
                        });
    }

    /// Shows another reading of the selected chip.
    public void nextReading() {
        openRule().ifPresent(rule -> chips.set(selected.get(), rule.next()));
    }

    public void answer(Question question, String answer) {
        answers.put(question.id(), answer);
        understand();
    }

    /// The selected chip, when it is a rule that is not decided.
    public Optional<Chip.Rule> openRule() {
        int index = selected.get();
        return index < chips.size()
                        && chips.get(index) instanceof Chip.Rule rule
                        && rule.state() == Chip.State.OPEN
                ? Optional.of(rule)
                : Optional.empty();
    }

    private void decide(int index, Candidate candidate, Chip.State state) {
        decided.put(candidate.rule(), state);
        if (index < chips.size() && chips.get(index) instanceof Chip.Rule rule) {
            int known = rule.readings().indexOf(candidate);
            chips.set(
                    index,
                    known >= 0
                            ? new Chip.Rule(rule.readings(), known, state)
                            : new Chip.Rule(List.of(candidate), 0, state));
            for (int i = 0; i < chips.size(); i++) {
                if (chips.get(i) instanceof Chip.Rule open && open.state() == Chip.State.OPEN) {
                    selected.set(i);
                    break;
                }
            }
        }
    }
}
