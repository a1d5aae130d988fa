package io.dorsal.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds in every service. A service's architecture test includes them by {@code ArchTests.in(HouseRules.class)}. */
public final class HouseRules {

    private static final String[] ADAPTERS = {
        "..http..", "..kafka..", "..jdbc..", "..smtp..", "..webhook..", "..yaml..", "..config.."
    };

    private static final String[] FRAMEWORKS = {
        "org.springframework..",
        "org.apache.kafka..",
        "org.apache.avro..",
        "tools.jackson..",
        "com.fasterxml.jackson..",
        "java.sql..",
        "javax.sql..",
        "jakarta.."
    };

    @ArchTest
    static final ArchRule theDomainKnowsNoFramework = noClasses()
            .that()
            .resideOutsideOfPackages(ADAPTERS)
            .and()
            .haveSimpleNameNotEndingWith("Application")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS)
            .because("rules are read and tested without a framework: put what needs one into an adapter package")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyTakesTheTimeDirectly = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests set the clock: take the Clock bean");

    @ArchTest
    static final ArchRule nobodyInjectsFields =
            noFields().should().beAnnotatedWith(Autowired.class).because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("operators read logs: take a Logger");

    @ArchTest
    static final ArchRule packagesFormNoCycles = slices().matching("io.dorsal.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("features that need each other are one feature, or need a third");

    private HouseRules() {}
}
