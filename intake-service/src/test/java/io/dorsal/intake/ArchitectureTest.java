package io.dorsal.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.dorsal.testsupport.architecture.HouseRules;

@AnalyzeClasses(packages = "io.dorsal.intake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule theViewKnowsNothingOfSubmissions = noClasses()
            .that()
            .resideInAPackage("..intake.view..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..intake.submission..")
            .because("the view is folded from facts, whoever found them: pass a Fact");
}
