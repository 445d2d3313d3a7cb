package dev.whetstone.store.project;

import dev.whetstone.store.artefact.ArtefactFolder;
import dev.whetstone.store.content.Annotators;
import dev.whetstone.store.content.Comparisons;
import dev.whetstone.store.content.ImportedScores;
import dev.whetstone.store.content.Prompts;
import dev.whetstone.store.content.Responses;
import dev.whetstone.store.derived.AlignRuns;
import dev.whetstone.store.derived.Jobs;
import dev.whetstone.store.derived.Labels;
import dev.whetstone.store.derived.RewardVersions;
import dev.whetstone.store.derived.VoteColumns;
import dev.whetstone.store.detect.DetectorMarks;
import dev.whetstone.store.detect.DetectorScores;
import dev.whetstone.store.detect.Detectors;
import dev.whetstone.store.judgement.Drafts;
import dev.whetstone.store.judgement.JudgementEvents;
import dev.whetstone.store.rule.Concepts;
import dev.whetstone.store.rule.Rules;
import dev.whetstone.store.sql.Access;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Durability;
import dev.whetstone.store.sql.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// An open project: one SQLite file and the folder beside it. Usable from any thread; writes wait
/// for each other, reads do not wait. Every failure is a [StoreException] with a code and one line
/// for a person.
public final class ProjectFile implements AutoCloseable {
    private final ProjectLayout layout;
    private final Database database;
    private final Runnable unlock;

    ProjectFile(ProjectLayout layout, Database database, Runnable unlock) {
        this.layout = layout;
        this.database = database;
        this.unlock = unlock;
    }

    /// Makes a new project and opens it for writing.
    ///
    /// @throws StoreException EXISTS when there is a file of this name, IO
    public static ProjectFile create(Path file) {
        return ProjectOpener.standard().create(file);
    }

    /// Opens a project for writing; an older format is brought up to date after a backup.
    ///
    /// @throws StoreException MISSING, NOT_A_PROJECT, NEWER_PROJECT, LOCKED, DAMAGED, IO
    public static ProjectFile open(Path file) {
        return open(file, Access.WRITE);
    }

    /// Opens a project. Reading works beside a program that writes, and changes nothing.
    ///
    /// @throws StoreException as [#open(Path)]; OLDER_PROJECT when reading an older format
    public static ProjectFile open(Path file, Access access) {
        return ProjectOpener.standard().open(file, access);
    }

    /// The folder of a project's artefacts, found without opening the project: its header is read
    /// and nothing is written, not even beside it.
    ///
    /// @throws StoreException MISSING, NOT_A_PROJECT, DAMAGED, IO
    public static Path artefactsOf(Path file) {
        ProjectHeader.check(file);
        return new ProjectLayout(file).artefacts();
    }

    public Path file() {
        return layout.file();
    }

    /// Runs `work` in one transaction over all repositories: all of it is saved, on the disk when
    /// this returns, or, when it throws, nothing.
    public <T> T inTransaction(Supplier<T> work) {
        return database.write(Durability.ON_COMMIT, sql -> work.get());
    }

    /// Runs `work` as [#inTransaction] does, and then keeps nothing of it.
    public <T> T rehearse(Supplier<T> work) {
        return database.rehearse(sql -> work.get());
    }

    public Prompts prompts() {
        return new Prompts(database);
    }

    public Responses responses() {
        return new Responses(database);
    }

    public Comparisons comparisons() {
        return new Comparisons(database);
    }

    public Annotators annotators() {
        return new Annotators(database);
    }

    public ImportedScores importedScores() {
        return new ImportedScores(database);
    }

    public JudgementEvents judgements() {
        return new JudgementEvents(database);
    }

    public Drafts drafts() {
        return new Drafts(database);
    }

    public Rules rules() {
        return new Rules(database);
    }

    public Concepts concepts() {
        return new Concepts(database);
    }

    public Detectors detectors() {
        return new Detectors(database);
    }

    public DetectorMarks detectorMarks() {
        return new DetectorMarks(database);
    }

    public DetectorScores detectorScores() {
        return new DetectorScores(database);
    }

    public VoteColumns votes() {
        return new VoteColumns(database);
    }

    public Labels labels() {
        return new Labels(database);
    }

    public RewardVersions rewards() {
        return new RewardVersions(database);
    }

    public AlignRuns alignRuns() {
        return new AlignRuns(database);
    }

    public Jobs jobs() {
        return new Jobs(database);
    }

    public Settings settings() {
        return new Settings(database);
    }

    public Fingerprints fingerprints() {
        return new Fingerprints(database);
    }

    public ArtefactFolder artefacts() {
        return new ArtefactFolder(layout.artefacts());
    }

    /// Copies the project file (not the artefact folder) while it is in use; the copy is checked
    /// and on the disk when this returns.
    ///
    /// @return where the copy lies
    public Path backup(Path target, Existing existing) {
        return Backup.write(database, target, existing);
    }

    /// Looks for damage: pages, references, search index, unreadable rows, artefacts. Needs the
    /// project open for writing, though it changes nothing.
    ///
    /// @return what is wrong, one line each; empty when all is well
    public List<String> check() {
        return new ProjectCheck(this).run();
    }

    /// Keeps a byte-for-byte copy beside the project, then builds indexes and search index anew.
    /// Damaged pages of the tables themselves are reported, not guessed at: a backup helps there.
    public Repair repair() {
        List<String> before = check();
        Path copy =
                Backup.writeUnchecked(
                        database,
                        layout.file()
                                .resolveSibling(layout.file().getFileName() + ".before-repair"));
        ProjectCheck.rebuild(database);
        return new Repair(copy, before, check());
    }

    Database database() {
        return database;
    }

    /// Waits for a running write, then closes the file and lets others open it.
    @Override
    public void close() {
        try {
            database.close();
        } finally {
            unlock.run();
        }
    }
}
