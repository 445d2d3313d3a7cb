package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Clarifying;
import dev.whetstone.services.explain.Question;
import dev.whetstone.services.rules.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What can follow a sentence that is no rule: a note, words, a fact, or replies like this one.
/// What comes of it is offered as a rule to accept, never made one.
public final class HelpViewModel {
    /// Questions that have answers of their own.
    private static final Set<String> ANSWERED = Set.of("tie", "opposite", "partly");

    private final WhyViewModel why;
    private final Clarifying clarifying;
    private final Rules rules;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Optional<Question>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>(Form.NONE);
    private final StringProperty list = new SimpleStringProperty("");
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<String> marked = FXCollections.observableArrayList();
    private final ObservableList<String> lists = FXCollections.observableArrayList();
    private final StringProperty topic = new SimpleStringProperty("");
    private final StringProperty right = new SimpleStringProperty("");
    private final StringProperty wrong = new SimpleStringProperty("");

    /// What is being filled in.
    public enum Form {
        NONE,
        WORDS,
        FACT
    }

    HelpViewModel(
            WhyViewModel why,
            Clarifying clarifying,
            Rules rules,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.why = why;
        this.clarifying = clarifying;
        this.rules = rules;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
    }

    /// The question under which help is offered; empty while the sentence gives a rule.
    public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Form> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// Name of the word list: one of [#lists] or a new one.
    public StringProperty listProperty() {
        return list;
    }

    /// Words with commas between them.
    public StringProperty typedProperty() {
        return typed;
    }

    /// Words that were marked in the replies; each can be taken out again.
    public ObservableList<String> marked() {
        return marked;
    }

    /// Names of the word lists that there are.
    public ObservableList<String> lists() {
        return lists;
    }

    public StringProperty topicProperty() {
        return topic;
    }

    public StringProperty rightProperty() {
        return right;
    }

    public StringProperty wrongProperty() {
        return wrong;
    }

    /// Tells what the sentence was understood as.
    void understood(List<Candidate> candidates, List<Question> questions) {
        question.set(
                candidates.isEmpty()
                        ? questions.stream()
                                .filter(each -> !ANSWERED.contains(each.id()))
                                .findFirst()
                        : Optional.empty());
    }

    void reset() {
        form.set(Form.NONE);
        question.set(Optional.empty());
    }

    /// Keeps the sentence as a note.
    public void keep() {
        question.get().ifPresent(open -> why.answer(open, open.answers().getFirst()));
    }

    /// "It is about words like these": with those that are marked in the replies.
    public void openWords() {
        marked.setAll(why.markedWords());
        list.set("");
        typed.set("");
        form.set(Form.WORDS);
        var unused =
                runner.run(
                        Work.of(
                                "word-lists",
                                () ->
                                        rules.concepts().keySet().stream()
                                                .map(name -> name.replace('_', ' '))
                                                .sorted()
                                                .toList(),
                                lists::setAll,
                                feedback::failed));
    }

    /// Words that are marked while the list is open belong to it.
    void marked(List<String> before, List<String> now) {
        if (form.get() == Form.WORDS) {
            marked.removeIf(word -> before.contains(word) && !now.contains(word));
            now.stream().filter(word -> !before.contains(word)).forEach(marked::add);
        }
    }

    /// "The right fact is this".
    public void openFact() {
        topic.set("");
        right.set("");
        wrong.set(why.markedWords().stream().findFirst().orElse(""));
        form.set(Form.FACT);
    }

    public void cancel() {
        form.set(Form.NONE);
    }

    /// Offers what the form says as rules.
    public void take() {
        switch (form.get()) {
            case WORDS -> takeWords();
            case FACT -> {
                String about = topic.get();
                String value = right.get();
                String other = wrong.get();
                offer(() -> clarifying.fact(about, value, other));
            }
            case NONE -> {}
        }
    }

    private void takeWords() {
        List<String> words = new ArrayList<>(marked);
        Arrays.stream(typed.get().split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        String name = list.get();
        var box = why.boxProperty().get();
        offer(() -> List.of(clarifying.concept(box, name, words, person)));
    }

    /// "Replies like this one": words that tell it apart elsewhere too.
    public void similar() {
        var comparison = why.comparison();
        var ranking = why.ranking();
        var box = why.boxProperty().get();
        offer(() -> clarifying.similar(comparison, ranking, box));
    }

    private void offer(Work.Body<List<Candidate>> body) {
        var comparison = why.comparison();
        var unused =
                runner.run(
                        Work.of(
                                "help",
                                body,
                                found -> {
                                    if (!comparison.equals(why.comparison())) {
                                        return;
                                    }
                                    if (found.isEmpty()) {
                                        feedback.tell(messages.t("help.similar.none"));
                                    } else {
                                        form.set(Form.NONE);
                                        why.offer(found);
                                    }
                                },
                                feedback::failed));
    }
}
