package dev.coalmine.commands;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** What commands may know: the record and the shapes of messages, but not how people are reached. */
@AnalyzeClasses(packages = "dev.coalmine.commands", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles =
            slices().matching("dev.coalmine.commands.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ofSlackOnlyTheShapesOfMessagesAreKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.slack.api", "com.slack.api.methods..", "com.slack.api.bolt..", "org.quartz..");

    @ArchTest
    static final ArchRule timeComesOnlyFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
