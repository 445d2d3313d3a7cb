package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.rules.ConceptNeighbour;
import dev.whetstone.services.rules.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The project's word lists: what stands in them, and what may belong there, asked one by one.
public final class WordListsViewModel {
    private static final int NEIGHBOURS = 20;

    private final Rules rules;
    private final Neighbours near;
    private final RulesViewModel list;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<String> chosen = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<List<ConceptNeighbour>> offered =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final Set<String> turnedDown = new HashSet<>();
    private Optional<JobHandle<List<ConceptNeighbour>>> job = Optional.empty();

    /// Looks for words near a list's in meaning.
    @FunctionalInterface
    public interface Neighbours {
        JobHandle<List<ConceptNeighbour>> start(String name, int most);
    }

    public WordListsViewModel(
            Rules rules,
            Neighbours near,
            RulesViewModel list,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.rules = rules;
        this.near = near;
        this.list = list;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
    }

    /// All lists by name, without the `@`.
    public ReadOnlyObjectProperty<Map<String, List<String>>> listsProperty() {
        return list.conceptsProperty();
    }

    /// The list that is looked at; empty for none.
    public ReadOnlyObjectProperty<String> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public List<String> words() {
        return list.conceptsProperty().get().getOrDefault(chosen.get(), List.of());
    }

    /// Words that may belong into the chosen list, the nearest first; the first is asked about.
    public ReadOnlyObjectProperty<List<ConceptNeighbour>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    public void choose(String name) {
        if (!name.equals(chosen.get())) {
            stop();
            turnedDown.clear();
            offered.set(List.of());
            chosen.set(name);
        }
    }

    /// @param words with commas between them
    public void add(String words) {
        List<String> entries =
                Arrays.stream(words.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (!entries.isEmpty() && !chosen.get().isEmpty()) {
            String name = chosen.get();
            write(
                    () -> rules.growConcept(name, entries, person),
                    messages.t("rules.list.added", entries.size(), name));
        }
    }

    /// @param word as it stands in the list
    public void remove(String word) {
        String name = chosen.get();
        write(
                () -> rules.shrinkConcept(name, List.of(word), person),
                messages.t("rules.list.removed", word, name));
    }

    /// Starts a list with its first words.
    public void start(String name, String words) {
        String plain = name.strip().replaceFirst("^@", "");
        if (!plain.isEmpty()) {
            choose(plain);
            add(words);
        }
    }

    private void write(Work.Body<List<String>> body, String told) {
        var unused =
                runner.run(
                        Work.of(
                                "",
                                () -> {
                                    var unusedWords = body.run();
                                    return rules.concepts();
                                },
                                lists -> {
                                    feedback.saved();
                                    feedback.tell(told);
                                    list.listsChanged(lists);
                                },
                                feedback::failed));
    }

    /// Looks in the project's texts for words near in meaning.
    public void look() {
        if (looking.get() || chosen.get().isEmpty()) {
            return;
        }
        looking.set(true);
        String name = chosen.get();
        JobHandle<List<ConceptNeighbour>> started = near.start(name, NEIGHBOURS);
        job = Optional.of(started);
        runner.follow(
                started,
                status -> {},
                found -> found(name, found),
                failure -> {
                    looking.set(false);
                    feedback.failed(failure);
                });
    }

    private void found(String name, List<ConceptNeighbour> found) {
        if (name.equals(chosen.get())) {
            looking.set(false);
            offered.set(found.stream().filter(one -> !turnedDown.contains(one.words())).toList());
            if (offered.get().isEmpty()) {
                feedback.tell(messages.t("rules.list.none-near", name));
            }
        }
    }

    /// Gives the search up.
    public void stop() {
        job.ifPresent(JobHandle::cancel);
        job = Optional.empty();
        looking.set(false);
    }

    /// Takes the word that is asked about into the list.
    public void take() {
        offered.get().stream()
                .findFirst()
                .ifPresent(
                        word -> {
                            next(word);
                            add(word.words());
                        });
    }

    /// Leaves the word that is asked about out.
    public void pass() {
        offered.get().stream()
                .findFirst()
                .ifPresent(
                        word -> {
                            turnedDown.add(word.words());
                            next(word);
                        });
    }

    private void next(ConceptNeighbour word) {
        List<ConceptNeighbour> rest = new ArrayList<>(offered.get());
        rest.remove(word);
        offered.set(List.copyOf(rest));
    }
}
