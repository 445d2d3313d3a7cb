package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.rules.LivePreview;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.explain.Question;
import dev.whetstone.services.explain.Understanding;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.Rules;
import java.util.HashMap;
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
    private final Evidence evidence = new Evidence();
    private final HelpViewModel help;
    private final GateViewModel gate;
    private final ObservableSet<String> tags = FXCollections.observableSet();
    private final ObservableSet<String> tagsView = FXCollections.unmodifiableObservableSet(tags);
    private final ReadOnlyObjectWrapper<Understanding> understanding =
            new ReadOnlyObjectWrapper<>(Understanding.nothing(""));
    private final Chips chips = new Chips();
    private final Map<String, String> answers = new HashMap<>();
    private Optional<Showing> showing = Optional.empty();
    private Ranking ranking = Ranking.NONE;
    private Runnable changed = () -> {};
    private boolean loading;

    /// @param person who grows word lists
    public WhyViewModel(
            Explaining explaining,
            Rules rules,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.explaining = explaining;
        this.help =
                new HelpViewModel(
                        this, explaining.clarifying(), rules, person, runner, feedback, messages);
        this.gate = new GateViewModel(explaining.clarifying(), runner, feedback);
        this.edit = new LivePreview(rules, runner, feedback::failed, "chip-edit");
        this.runner = runner;
        this.feedback = feedback;
        box.subscribe(value -> edited());
        text.subscribe(value -> edited());
        chips.view().subscribe(this::seekGate);
        chips.selected().subscribe(value -> seekGate());
    }

    /// What can follow a sentence that is no rule.
    public HelpViewModel help() {
        return help;
    }

    /// The condition on the message that the selected rule could have.
    public GateViewModel gate() {
        return gate;
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
        chips.forget();
        answers.clear();
        help.reset();
        box.set(explanation.text().isEmpty() ? Box.WORSE : explanation.box());
        evidence.set(explanation.spans());
        tags.clear();
        tags.addAll(explanation.tags());
        text.set(explanation.text());
        loading = false;
        understand();
    }

    /// The judgement was saved: rules accepted meanwhile get its explanation as their source.
    /// Not for the JavaFX thread.
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
        boolean empty = text.get().isBlank() && evidence.spans().isEmpty() && tags.isEmpty();
        return empty
                ? Explanation.NONE
                : new Explanation(
                        box.get(),
                        text.get(),
                        List.copyOf(evidence.spans()),
                        TAGS.stream().filter(tags::contains).toList());
    }

    public ObjectProperty<Box> boxProperty() {
        return box;
    }

    public StringProperty textProperty() {
        return text;
    }

    public ObservableList<EvidenceSpan> evidence() {
        return evidence.spans();
    }

    public ObservableSet<String> tags() {
        return tagsView;
    }

    public ReadOnlyObjectProperty<Understanding> understandingProperty() {
        return understanding.getReadOnlyProperty();
    }

    public ObservableList<Chip> chips() {
        return chips.view();
    }

    /// The chip that keys act on.
    public IntegerProperty selectedProperty() {
        return chips.selected();
    }

    /// Marks a stretch of a response; stretches that touch become one.
    ///
    /// @param response stored index
    public void addEvidence(int response, int start, int end) {
        List<String> before = markedWords();
        evidence.add(response, start, end);
        help.marked(before, markedWords());
        edited();
    }

    public void clearEvidence(int response) {
        evidence.clear(response);
        edited();
    }

    /// What is marked in the replies, as one would type it.
    List<String> markedWords() {
        return showing.map(evidence::words).orElse(List.of());
    }

    /// What was answered so far, by question.
    Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    /// Whether a part of the sentence has several readings of which none was decided.
    boolean hasOpenMeanings() {
        return chips.hasOpenMeanings();
    }

    UUID comparison() {
        return showing.map(s -> s.comparison().id()).orElse(RuleRow.NO_COMPARISON);
    }

    Ranking ranking() {
        return ranking;
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
        chips.show(result);
        help.understood(result.candidates(), openQuestions());
        editing.set(false);
    }

    private List<Question> openQuestions() {
        return chips.hasOffers() ? List.of() : understanding.get().questions();
    }

    /// Rules to accept besides those that the sentence gives.
    void offer(List<Candidate> candidates) {
        chips.offer(candidates, understanding.get());
        help.understood(understanding.get().candidates(), openQuestions());
    }

    /// Makes the rule of the selected chip active.
    public void accept() {
        openRule().ifPresent(rule -> accept(chips.selected().get(), rule.candidate()));
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
                    chips.selected().get(),
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
                                    chips.decide(index, candidate, Chip.State.ACCEPTED);
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
                            int index = chips.selected().get();
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
                                                            chips.decide(
                                                                    index,
                                                                    rule.candidate(),
                                                                    Chip.State.IGNORED),
                                                    feedback::failed));
                        });
    }

    /// Shows another reading of the selected chip.
    public void nextReading() {
        openRule().ifPresent(rule -> chips.replaceSelected(rule.next()));
    }

    private void seekGate() {
        gate.seek(comparison(), openRule().map(Chip.Rule::candidate));
    }

    /// Lets the selected rule vote only where the message mentions what it speaks of.
    public void takeGate() {
        gate.offeredProperty()
                .get()
                .ifPresent(
                        gated ->
                                openRule()
                                        .ifPresent(
                                                rule ->
                                                        chips.replaceSelected(
                                                                rule.plus(gated.candidate()))));
    }

    public void answer(Question question, String answer) {
        answers.put(question.id(), answer);
        understand();
    }

    /// The selected chip, when it is a rule that is not decided.
    public Optional<Chip.Rule> openRule() {
        return chips.openRule();
    }
}
