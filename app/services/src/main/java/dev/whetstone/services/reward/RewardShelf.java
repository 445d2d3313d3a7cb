package dev.whetstone.services.reward;

import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.judge.LeftOut;
import dev.whetstone.services.label.Labeller;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.content.ContentHash;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The versions that a project keeps. A model lies in the artefact folder with the rules it
/// was trained with.
final class RewardShelf {
    private final OpenProject project;
    private final Voting voting;
    private final LeftOut leftOut;
    private final InstantSource clock;

    RewardShelf(OpenProject project, Voting voting, LeftOut leftOut, InstantSource clock) {
        this.project = project;
        this.voting = voting;
        this.leftOut = leftOut;
        this.clock = clock;
    }

    /// @return as [#versions] has it
    RewardVersion save(RewardTraining.Trained trained) {
        UUID id = UUID.randomUUID();
        int number =
                project.with(
                        file -> {
                            Path work = file.artefacts().work(id);
                            trained.reward().save(work);
                            ContentHash artefact = file.artefacts().put(work);
                            int next = file.rewards().nextNumber();
                            file.rewards()
                                    .save(
                                            new dev.whetstone.store.derived.RewardVersion(
                                                    id,
                                                    next,
                                                    new ContentHash(trained.derivedFrom()),
                                                    artefact,
                                                    "{}",
                                                    Reports.write(trained.figures()),
                                                    clock.instant()));
                            trained.heldOut()
                                    .forEach(held -> KeptHeldOut.write(file.settings(), held));
                            return next;
                        });
        return versions().stream().filter(v -> v.number() == number).findFirst().orElseThrow();
    }

    /// Hash of the labels and texts as they are.
    String now() {
        Ballot ballot = voting.ballot();
        String labels =
                ContentHash.builder()
                        .add(ballot.hash())
                        .add(Labeller.fit(ModelChoice.AUTO, ballot).model())
                        .build()
                        .hex();
        return leftOut.without(labels);
    }

    /// Predictions of held-out choices that were kept last.
    Optional<HeldOutChoices> heldOut() {
        return project.with(file -> KeptHeldOut.read(file.settings()));
    }

    void keep(HeldOutChoices held) {
        project.with(
                file -> {
                    KeptHeldOut.write(file.settings(), held);
                    return true;
                });
    }

    /// Oldest first.
    List<RewardVersion> versions() {
        String now = now();
        return project.with(file -> file.rewards().all()).stream()
                .map(version -> version(version, now))
                .sorted(Comparator.comparingInt(RewardVersion::number))
                .toList();
    }

    private static RewardVersion version(
            dev.whetstone.store.derived.RewardVersion stored, String now) {
        Reports.Stored figures = Reports.read(stored.metrics());
        return new RewardVersion(
                stored.number(),
                stored.at(),
                figures.choices(),
                figures.labels(),
                figures.report(),
                figures.seconds(),
                stored.from().hex(),
                !stored.from().hex().equals(now));
    }

    /// The model of a version.
    ///
    /// @throws ServiceException `reward.none`
    TrainedReward load(int number) {
        return project.with(
                file ->
                        file.rewards()
                                .find(number)
                                .map(v -> TrainedReward.load(file.artefacts().path(v.artefact())))
                                .orElseThrow(
                                        () ->
                                                new ServiceException(
                                                        "reward.none",
                                                        "There is no reward model " + number + ".",
                                                        "")));
    }

    /// @throws ServiceException `reward.none`
    int newestNumber() {
        return project.with(file -> file.rewards().latest())
                .map(dev.whetstone.store.derived.RewardVersion::number)
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "reward.none",
                                        "The project has no reward model.",
                                        "Train one with: whetstone reward train PROJECT"));
    }
}
