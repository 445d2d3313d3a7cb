package dev.whetstone.services.explain;

import dev.whetstone.core.explain.OwnPair;
import dev.whetstone.core.explain.SlotFit;
import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Saved;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.judge.Step;
import dev.whetstone.services.project.Content;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.rules.ProjectRules;
import dev.whetstone.services.vote.RuleTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Asking over the project file. What an answer did is kept under its judgement's id, so that undo
/// takes it back across restarts.
final class ProjectAsking implements Asking {
    /// Meanings that part on a smaller share of their votes are one for a person.
    private static final double MATTERS = .1;

    private final ProjectExplaining explaining;
    private final OpenProject project;
    private final ProjectRules rules;

    ProjectAsking(ProjectExplaining explaining, OpenProject project, ProjectRules rules) {
        this.explaining = explaining;
        this.project = project;
        this.rules = rules;
    }

    @Override
    public Optional<Asked> question(
            UUID comparisonId, Explanation explanation, Map<String, String> answers, Desk desk) {
        Optional<Judgement> judgement =
                project.judgements().stream()
                        .filter(j -> j.comparisonId().equals(comparisonId))
                        .filter(j -> j.explanation().text().equals(explanation.text()))
                        .reduce((first, second) -> second);
        Content content = project.content();
        Comparison comparison = content.comparisons().get(comparisonId);
        if (judgement.isEmpty() || comparison == null) {
            return Optional.empty();
        }
        Ranking ranking = judgement.get().ranking();
        Optional<PairText> pair =
                OwnPairs.of(content.promptOf(comparison), content.responsesOf(comparison), ranking);
        if (pair.isEmpty()) {
            return Optional.empty();
        }
        Understanding understood =
                explaining.understand(comparisonId, ranking, explanation, answers);
        if (!understood.questions().isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, List<Candidate>> meanings = new LinkedHashMap<>();
        understood.candidates().stream()
                .filter(candidate -> supports(candidate, pair.get()))
                .forEach(
                        candidate ->
                                meanings.computeIfAbsent(
                                                candidate.reading(), key -> new ArrayList<>())
                                        .add(candidate));
        return meanings.values().stream()
                .filter(several -> several.size() > 1)
                .filter(several -> several.stream().noneMatch(explaining::isKnown))
                .flatMap(several -> deciding(comparisonId, ranking, several).stream())
                .findFirst()
                .flatMap(deciding -> asked(comparisonId, explanation, understood, deciding, desk));
    }

    private boolean supports(Candidate candidate, PairText pair) {
        Rule rule = RuleTexts.parse(candidate.rule());
        Concepts lists = rules.wordLists();
        return OwnPair.of(rule, SlotFit.of(rule, pair, lists), pair, lists) == OwnPair.SUPPORTS;
    }

    /// The best meaning beside the first other one that makes a difference.
    private Optional<Deciding> deciding(
            UUID comparison, Ranking ranking, List<Candidate> meanings) {
        return meanings.stream()
                .skip(1)
                .flatMap(
                        other ->
                                explaining
                                        .clarifying()
                                        .deciding(comparison, ranking, meanings.getFirst(), other)
                                        .stream())
                .filter(found -> found.elsewhere() + 1 >= MATTERS * found.votes())
                .findFirst();
    }

    private Optional<Asked> asked(
            UUID comparisonId,
            Explanation explanation,
            Understanding understood,
            Deciding deciding,
            Desk desk) {
        Optional<Showing> showing = desk.look(deciding.pair().ref().comparisonId());
        List<Rule> both =
                List.of(
                        RuleTexts.parse(deciding.first().rule()),
                        RuleTexts.parse(deciding.second().rule()));
        Concepts lists = rules.wordLists();
        return showing.map(
                shown ->
                        new Asked(
                                comparisonId,
                                desk.look(comparisonId).map(Showing::number).orElse(0),
                                explanation,
                                understood.words(),
                                deciding,
                                shown,
                                RuleParts.places(both, deciding.pair().a().text(), lists),
                                RuleParts.places(both, deciding.pair().b().text(), lists)));
    }

    @Override
    public Optional<Candidate> answer(Asked asked, Ranking better, Desk desk) {
        Saved saved = desk.judge(asked.showing().comparison().id(), draft(asked.showing(), better));
        Optional<Candidate> picked = asked.deciding().picked(better);
        List<Effect> effects =
                picked.map(
                                candidate ->
                                        List.<Effect>of(
                                                new Effect.Made(
                                                        explaining.accept(
                                                                asked.comparisonId(),
                                                                asked.explanation(),
                                                                candidate))))
                        .orElseGet(() -> leaveOut(asked));
        remember(saved.judgementId(), effects);
        return picked;
    }

    /// An answer that says what was chosen before leaves strength and explanation as they were.
    private static Draft draft(Showing showing, Ranking better) {
        Draft before = showing.draft();
        return before.ranking().equals(better)
                ? before
                : new Draft(better, Strength.UNSAID, Acceptable.UNSAID, false, Explanation.NONE);
    }

    private List<Effect> leaveOut(Asked asked) {
        List<Effect> left = new ArrayList<>();
        for (Candidate meaning : List.of(asked.deciding().first(), asked.deciding().second())) {
            explaining.ignore(asked.comparisonId(), asked.explanation(), meaning);
            left.add(new Effect.LeftOut(asked.comparisonId(), meaning.rule()));
        }
        return left;
    }

    @Override
    public void takenBack(Step step) {
        for (Effect effect : effects(step.event())) {
            switch (effect) {
                case Effect.Made(var rule) -> rules.pause(rule);
                case Effect.LeftOut(var comparison, var rule) ->
                        explaining.unignore(comparison, rule);
            }
        }
    }

    @Override
    public void doneAgain(Step step) {
        for (Effect effect : effects(step.event())) {
            switch (effect) {
                case Effect.Made(var rule) -> rules.activate(rule);
                case Effect.LeftOut(var comparison, var rule) ->
                        explaining.ignore(comparison, rule);
            }
        }
    }

    /// What an answer did besides the judgement.
    private sealed interface Effect {
        record Made(UUID rule) implements Effect {}

        record LeftOut(UUID comparison, String rule) implements Effect {}

        private String line() {
            return switch (this) {
                case Made(var rule) -> "rule " + rule;
                case LeftOut(var comparison, var rule) -> "left " + comparison + " " + rule;
            };
        }

        private static Effect of(String line) {
            String[] parts = line.split(" ", 3);
            UUID id = UUID.fromString(parts[1]);
            return parts.length == 2 ? new Made(id) : new LeftOut(id, parts[2]);
        }
    }

    private static String key(UUID event) {
        return "answered." + event;
    }

    private void remember(UUID event, List<Effect> effects) {
        project.with(
                file -> {
                    file.settings()
                            .put(
                                    key(event),
                                    String.join("\n", effects.stream().map(Effect::line).toList()));
                    return true;
                });
    }

    private List<Effect> effects(UUID event) {
        return project.with(file -> file.settings().get(key(event)))
                .map(text -> text.lines().map(Effect::of).toList())
                .orElse(List.of());
    }
}
