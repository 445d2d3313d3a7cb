package dev.whetstone.desktop;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.align.AlignView;
import dev.whetstone.desktop.align.AlignViewModel;
import dev.whetstone.desktop.compare.CompareView;
import dev.whetstone.desktop.compare.CompareViewModel;
import dev.whetstone.desktop.compare.GuidelinesViewModel;
import dev.whetstone.desktop.compare.WhyViewModel;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.coverage.CoverageView;
import dev.whetstone.desktop.coverage.CoverageViewModel;
import dev.whetstone.desktop.data.DataView;
import dev.whetstone.desktop.data.ExportViewModel;
import dev.whetstone.desktop.data.ImportViewModel;
import dev.whetstone.desktop.detect.DetectorsView;
import dev.whetstone.desktop.detect.DetectorsViewModel;
import dev.whetstone.desktop.reward.AccuracyViewModel;
import dev.whetstone.desktop.reward.CurveViewModel;
import dev.whetstone.desktop.reward.RewardView;
import dev.whetstone.desktop.reward.RewardViewModel;
import dev.whetstone.desktop.rules.RulesView;
import dev.whetstone.desktop.rules.RulesViewModel;
import dev.whetstone.desktop.rules.Studio;
import dev.whetstone.desktop.rules.Studios;
import dev.whetstone.desktop.task.JobNotes;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.TextSurfaces;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.rules.ConceptNeighbour;
import dev.whetstone.services.rules.Rules;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The screens of one open project, and what they stand on.
final class OpenProject implements AutoCloseable {
    private final ProjectServices services;
    private final Desk desk;
    private final String name;
    private final Context context;
    private final CompareViewModel compare;
    private final Studio studio;
    private final DetectorsViewModel detectors;
    private final ImportViewModel importing;

    /// What every project's screens share.
    record Context(
            Navigator navigator,
            String person,
            TextSurfaces surfaces,
            FileDialogs dialogs,
            Neighbours neighbours,
            InstantSource clock,
            TaskRunner runner,
            Supplier<JobNotes> notes,
            Feedback feedback,
            Messages messages) {}

    /// Looks in a project's texts for words near a word list's in meaning.
    interface Neighbours {
        JobHandle<List<ConceptNeighbour>> start(Rules rules, String list, int most);
    }

    private OpenProject(ProjectServices services, Desk desk, String name, Context context) {
        this.services = services;
        this.desk = desk;
        this.name = name;
        this.context = context;
        WhyViewModel why =
                new WhyViewModel(
                        services.explaining(),
                        services.rules(),
                        context.person(),
                        context.runner(),
                        context.feedback(),
                        context.messages());
        this.compare =
                new CompareViewModel(
                        desk,
                        why,
                        services.explaining(),
                        context.runner(),
                        context.feedback(),
                        context.messages());
        this.studio =
                Studios.of(
                        services,
                        context.person(),
                        (list, most) -> context.neighbours().start(services.rules(), list, most),
                        context.runner(),
                        context.feedback(),
                        context.clock(),
                        context.messages());
        this.detectors =
                new DetectorsViewModel(
                        services.detectors(),
                        context.person(),
                        context.runner(),
                        context.feedback(),
                        context.messages());
        this.importing =
                new ImportViewModel(
                        services.data(),
                        context.person(),
                        context.runner(),
                        context.feedback(),
                        context.messages());
    }

    ImportViewModel importing() {
        return importing;
    }

    /// Opens a project and this person's desk in it; not for the JavaFX thread.
    static OpenProject open(Supplier<ProjectServices> source, Context context) {
        ProjectServices services = source.get();
        Desk desk = services.judging().desk(services.judging().annotator(context.person()));
        return new OpenProject(services, desk, services.project().info().name(), context);
    }

    ProjectServices services() {
        return services;
    }

    String name() {
        return name;
    }

    CompareViewModel compare() {
        return compare;
    }

    RulesViewModel rules() {
        return studio.rules();
    }

    /// A sentence of the project with a question about its two meanings; see
    /// [SentenceWithTwoMeanings#in].
    Optional<SentenceWithTwoMeanings> question() {
        return SentenceWithTwoMeanings.in(services, desk);
    }

    Map<ScreenId, Supplier<Screen>> screens() {
        Map<ScreenId, Supplier<Screen>> screens = new EnumMap<>(ScreenId.class);
        screens.put(
                ScreenId.COMPARE,
                () ->
                        new CompareView(
                                compare,
                                new GuidelinesViewModel(
                                        services.project(), context.runner(), context.feedback()),
                                context.surfaces(),
                                context.navigator(),
                                context.messages()));
        screens.put(
                ScreenId.RULES,
                () ->
                        new RulesView(
                                studio,
                                context.surfaces(),
                                context.dialogs(),
                                context.navigator(),
                                context.messages()));
        screens.put(
                ScreenId.DETECTORS,
                () ->
                        new DetectorsView(
                                detectors,
                                context.dialogs(),
                                context.navigator(),
                                context.messages()));
        screens.put(
                ScreenId.COVERAGE,
                () ->
                        new CoverageView(
                                new CoverageViewModel(
                                        services.coverage(), context.runner(), context.feedback()),
                                context.navigator(),
                                context.feedback(),
                                context.dialogs(),
                                context.messages()));
        screens.put(
                ScreenId.REWARD,
                () ->
                        new RewardView(
                                new RewardViewModel(
                                        services.rewards(), context.runner(), context.feedback()),
                                new AccuracyViewModel(
                                        services.accuracies(),
                                        context.runner(),
                                        context.feedback()),
                                new CurveViewModel(
                                        services.curves(), context.runner(), context.feedback()),
                                context.navigator(),
                                context.messages()));
        screens.put(
                ScreenId.ALIGN,
                () ->
                        new AlignView(
                                new AlignViewModel(
                                        services.alignments(),
                                        context.runner(),
                                        context.notes().get(),
                                        context.feedback(),
                                        context.messages()),
                                context.navigator(),
                                context.dialogs(),
                                context.messages()));
        screens.put(
                ScreenId.DATA,
                () ->
                        new DataView(
                                importing,
                                new ExportViewModel(
                                        services.data(), context.runner(), context.feedback()),
                                context.dialogs(),
                                context.messages()));
        return screens;
    }

    @Override
    public void close() {
        desk.close();
        services.close();
    }
}
