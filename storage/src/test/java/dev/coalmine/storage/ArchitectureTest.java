package dev.coalmine.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** What the features of storage may know of each other, and where time comes from. */
@AnalyzeClasses(packages = "dev.coalmine.storage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresKnowOnlyThoseBeforeThem = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.coalmine..")
            .layer("rules")
            .definedBy("..rules..")
            .layer("catalog")
            .definedBy("..services..", "..people..")
            .layer("signals")
            .definedBy("..signals..")
            .layer("launches")
            .definedBy("..launches..")
            .layer("changes")
            .definedBy("..changes..")
            .layer("heartbeats")
            .definedBy("..heartbeats..")
            .layer("coincidences")
            .definedBy("..coincidences..")
            .layer("incidents")
            .definedBy("..incidents..")
            .layer("roles")
            .definedBy("..roles..")
            .layer("storms")
            .definedBy("..storms..")
            .layer("hypotheses")
            .definedBy("..hypotheses..", "..prompts..")
            .layer("pages")
            .definedBy("..pages..")
            .layer("timeline")
            .definedBy("..timeline..")
            .layer("delivery")
            .definedBy("..outbox..", "..events..", "..replicas..")
            .whereLayer("catalog")
            .mayOnlyAccessLayers("rules")
            .whereLayer("signals")
            .mayOnlyAccessLayers("rules")
            .whereLayer("launches")
            .mayOnlyAccessLayers("rules", "signals")
            .whereLayer("changes")
            .mayOnlyAccessLayers("rules")
            .whereLayer("heartbeats")
            .mayOnlyAccessLayers("rules")
            .whereLayer("coincidences")
            .mayOnlyAccessLayers("rules", "signals")
            .whereLayer("incidents")
            .mayOnlyAccessLayers("rules", "catalog")
            .whereLayer("roles")
            .mayOnlyAccessLayers("rules", "catalog", "incidents")
            .whereLayer("storms")
            .mayOnlyAccessLayers("rules", "signals", "incidents")
            .whereLayer("hypotheses")
            .mayOnlyAccessLayers("rules")
            .whereLayer("pages")
            .mayOnlyAccessLayers("rules", "catalog", "incidents", "roles")
            .whereLayer("timeline")
            .mayOnlyAccessLayers("rules")
            .whereLayer("delivery")
            .mayOnlyAccessLayers("rules")
            .whereLayer("rules")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles =
            slices().matching("dev.coalmine.storage.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesOnlyFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
