package org.casus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The rules of the house that a machine can check. Packages that are not there yet break nothing.
class ArchitectureTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.casus");

    @Test
    void dataGoesOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("scenario")
                .definedBy("org.casus.scenario..")
                .layer("game")
                .definedBy("org.casus.game..")
                .layer("equilibrium")
                .definedBy("org.casus.equilibrium..")
                .layer("chain")
                .definedBy("org.casus.chain..")
                .layer("story")
                .definedBy("org.casus.story..")
                .layer("study")
                .definedBy("org.casus.study..")
                .layer("why")
                .definedBy("org.casus.why..")
                .layer("evidence")
                .definedBy("org.casus.evidence..")
                .whereLayer("game")
                .mayOnlyBeAccessedByLayers("equilibrium", "chain", "story", "study", "why")
                .whereLayer("equilibrium")
                .mayOnlyBeAccessedByLayers("chain", "story", "study", "why")
                .whereLayer("chain")
                .mayOnlyBeAccessedByLayers("story", "study", "why")
                .whereLayer("story")
                .mayOnlyBeAccessedByLayers("study", "why")
                .whereLayer("study")
                .mayOnlyBeAccessedByLayers("why")
                .whereLayer("why")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("evidence")
                .mayOnlyBeAccessedByLayers("study")
                .allowEmptyShould(true)
                .because("a stage that must know a later one is a wrong plan")
                .check(ENGINE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.casus.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(liveInANullMarkedPackage())
                .allowEmptyShould(true)
                .because("no null crosses a package unannounced")
                .check(ENGINE);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage("org.casus.."))
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .because("two solves in one process must not meet")
                .check(ENGINE);
    }

    @Test
    void onlyTheScenarioReadsFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.casus.scenario..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.nio.file..")
                        .or(resideInAPackage("java.nio.channels.."))
                        .or(resideInAPackage("java.net.."))
                        .or(resideInAPackage("java.net.http.."))
                        .or(opensStreams()))
                .allowEmptyShould(true)
                .because("the engine does no input or output but the scenario file")
                .check(ENGINE);
    }

    @Test
    void nothingPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .allowEmptyShould(true)
                .because("a library has no one to talk to")
                .check(ENGINE);
    }

    @Test
    void theEngineDoesNotKnowTheApp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.casus.app..", "org.casus.spark..", "org.casus.bench..")
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    /// `java.io` as a whole would forbid `Serializable` and the unchecked wrapper of an exception.
    private static DescribedPredicate<JavaClass> opensStreams() {
        return DescribedPredicate.describe(
                "open files with java.io",
                type -> type.getPackageName().equals("java.io")
                        && (type.getSimpleName().startsWith("File")
                                || type.getSimpleName().equals("RandomAccessFile")));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var home = type.getPackage();
                boolean marked = home.tryGetPackageInfo().isPresent() && home.isAnnotatedWith(NullMarked.class);
                boolean module = type.getSimpleName().equals("module-info");
                if (!marked && !module) {
                    events.add(SimpleConditionEvent.violated(
                            type, home.getName() + " has no package-info.java with @NullMarked"));
                }
            }
        };
    }
}
