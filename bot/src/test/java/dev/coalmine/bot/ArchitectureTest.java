package dev.coalmine.bot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.data.repository.Repository;

/** Which part of the bot reaches whom, and by what. */
@AnalyzeClasses(packages = "dev.coalmine.bot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyOnePackageTalksToSlack = noClasses()
            .that(not(resideInAPackage("..bot.slack..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.slack.api", "com.slack.api.bolt..", "com.slack.api.socket_mode..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsQuartz = noClasses()
            .that(not(resideInAPackage("..bot.timers..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.quartz..");

    @ArchTest
    static final ArchRule doorsReachTheRecordThroughCommands = noClasses()
            .that(resideInAnyPackage("..bot.slack.doors..", "..bot.webhooks..", "..bot.web..", "..bot.timers.."))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class);

    @ArchTest
    static final ArchRule whatWorksInEarnestDoesNotKnowTheSandbox = noClasses()
            .that(not(resideInAnyPackage("dev.coalmine.bot", "..bot.trial..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.coalmine.sandbox..");

    @ArchTest
    static final ArchRule partsDoNotGoInCircles =
            slices().matching("dev.coalmine.bot.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesOnlyFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
