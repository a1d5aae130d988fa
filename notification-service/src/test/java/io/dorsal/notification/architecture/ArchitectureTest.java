package io.dorsal.notification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.dorsal.testsupport.architecture.HouseRules;

@AnalyzeClasses(packages = "io.dorsal.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule eventsStayInTheKafkaAdapters = noClasses()
            .that()
            .resideOutsideOfPackage("..kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.dorsal.events..")
            .because("the schema of an event is a contract with others: map it in alert.kafka");

    @ArchTest
    static final ArchRule theStateMachineKnowsNoUseCase = noClasses()
            .that()
            .resideInAPackage("io.dorsal.notification.alert")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.dorsal.notification.paging..",
                    "io.dorsal.notification.delivery..",
                    "io.dorsal.notification.failopen..")
            .because("what an alert is does not depend on how it is told: let the use case ask the alert");

    @ArchTest
    static final ArchRule requestsNeverWaitForTheTellingOfPeople = noClasses()
            .that()
            .resideInAPackage("..reading..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.dorsal.notification.delivery..")
            .because("a hanging channel must not reach the web server's threads: deliveries are made by their workers");
}
