package io.dorsal.referral;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.dorsal.testsupport.architecture.HouseRules;

@AnalyzeClasses(packages = "io.dorsal.referral", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule theDomainKnowsNoEventsAndNoMetrics = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.dorsal.referral.lifecycle",
                    "io.dorsal.referral.acting",
                    "io.dorsal.referral.clocks",
                    "io.dorsal.referral.routing",
                    "io.dorsal.referral.sites",
                    "io.dorsal.referral.worklist",
                    "io.dorsal.referral.fhir",
                    "io.dorsal.referral.patients")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.dorsal.events..", "io.dorsal.kit..", "io.micrometer..")
            .because("what is routed must not change with how it travels: map it in an adapter");

    @ArchTest
    static final ArchRule adaptersOfATableDoNotKnowTopicsOrHttp = noClasses()
            .that()
            .resideInAPackage("..jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..kafka..", "..http..")
            .because("adapters meet in the domain: give the port what it needs");

    @ArchTest
    static final ArchRule adaptersOfTopicsAndHttpDoNotKnowTables = noClasses()
            .that()
            .resideInAnyPackage("io.dorsal.referral..kafka..", "io.dorsal.referral..http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.dorsal.referral..jdbc..", "org.springframework.jdbc..", "java.sql..")
            .because("adapters meet in the domain: ask the port");
}
