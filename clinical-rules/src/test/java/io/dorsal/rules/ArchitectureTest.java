package io.dorsal.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.dorsal.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theCoreKnowsTheJdkAlone = classes()
            .that()
            .resideOutsideOfPackages("..json..", "..yaml..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.dorsal.rules..", "org.jspecify..")
            .because(
                    "what decides must not depend on how it is stored or sent; reading and writing belong to yaml and json");

    @ArchTest
    static final ArchRule decidingKnowsNoSpelling = noClasses()
            .that()
            .resideOutsideOfPackages("..json..", "..yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..json..", "..yaml..")
            .because("a ruleset is handed to the engine as a value");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.dorsal.rules.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingAsksForTheTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .because("the same answers make the same decision at any time; pass a time in");
}
