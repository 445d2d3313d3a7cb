package dev.whetstone.packaging;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The borders that compilation alone does not keep.
class ArchitectureTest {
    private static final String ROOT = "dev.whetstone.";
    private static final String PLATFORM = "javafx.application.Platform";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.whetstone");

    @Test
    void everyModuleIsLookedAt() {
        Set<String> modules = new TreeSet<>();
        CLASSES.forEach(c -> modules.add(c.getPackageName().split("\\.")[2]));
        assertThat(modules)
                .contains(
                        "cli",
                        "core",
                        "desktop",
                        "engine",
                        "resources",
                        "runtime",
                        "services",
                        "store");
    }

    @Test
    void coreKnowsNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "core..")
                .should()
                .dependOnClassesThat(
                        describe(
                                "are of another module",
                                (JavaClass c) ->
                                        c.getPackageName().startsWith(ROOT)
                                                && !c.getPackageName().startsWith(ROOT + "core")))
                .check(CLASSES);
    }

    @Test
    void modulesPointOneWay() {
        neverUses("runtime", "core", "store", "services", "cli", "desktop", "engine", "resources");
        neverUses("store", "services", "cli", "desktop", "engine", "runtime");
        neverUses("resources", "store", "services", "cli", "desktop", "engine", "runtime");
        neverUses("services", "cli", "desktop", "engine");
        neverUses("cli", "desktop", "engine");
        neverUses("desktop", "cli", "engine");
        neverUses("engine", "core", "store", "services", "cli", "desktop", "resources");
    }

    private static void neverUses(String module, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = ROOT + others[i] + "..";
        }
        noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.whetstone.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void tensorLibraryStaysInItsPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "engine.tensor..",
                        ROOT + "engine.encoder..",
                        ROOT + "engine.text..",
                        "ai.djl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
                .check(CLASSES);
    }

    @Test
    void databaseStaysInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void viewModelsHaveNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTheDesktopKnowsScreens() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "javafx.scene.web..")
                .check(CLASSES);
    }

    @Test
    void oneClassHandsWorkToTheScreensThread() {
        Set<String> callers = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            type.getAccessesFromSelf().stream()
                    .filter(to -> to.getTargetOwner().getName().equals(PLATFORM))
                    .filter(to -> to.getName().equals("runLater"))
                    .forEach(to -> callers.add(to.getOriginOwner().getName()));
        }
        assertThat(callers).containsExactly(ROOT + "desktop.task.FxTaskRunner");
    }

    @Test
    void usersPatternsRunInLinearTime() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "core.lf..", ROOT + "core.explain..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex..")
                .allowEmptyShould(true)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "core..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.re2j..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineAndTheWorkersMainUseTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "engine.worker.WorkerServer")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void threadsComeFromExecutors() {
        noClasses()
                .should()
                .callConstructorWhere(
                        describe(
                                "makes a thread",
                                (JavaConstructorCall call) ->
                                        call.getTargetOwner().isAssignableTo(Thread.class)))
                .check(CLASSES);
    }

    @Test
    void nothingIsSerializedByTheLanguage() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.Object(In|Out)putStream")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> bare = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            var info = type.getPackage().tryGetPackageInfo();
            if (info.isEmpty() || !info.get().isAnnotatedWith(NullMarked.class)) {
                bare.add(type.getPackageName());
            }
        }
        assertThat(bare).isEmpty();
    }
}
