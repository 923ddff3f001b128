package dev.coalmine.storage;

import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Storage keeps its promises on H2, in a file as it is by default. */
@SpringBootTest(
        classes = StorageOnly.class,
        properties = {
            "spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false"
        })
class OnH2Test {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", OnH2Test::newDatabase);
    }

    // Below target rather than in a temporary folder of JUnit's, which would be gone before the database is closed.
    static String newDatabase() {
        return "jdbc:h2:file:./target/databases/" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    }

    @Nested
    class KeepsIncidents extends IncidentsKit {}

    @Nested
    class KeepsChannels extends ChannelsKit {}

    @Nested
    class KeepsAssignments extends AssignmentsKit {}

    @Nested
    class KeepsPages extends PagesKit {}

    @Nested
    class KeepsPeople extends PeopleKit {}

    @Nested
    class KeepsServices extends ServicesKit {}

    @Nested
    class KeepsTheTimeline extends TimelineKit {}

    @Nested
    class KeepsTheOutbox extends OutboxKit {}

    @Nested
    class KeepsAllowances extends AllowancesKit {}

    @Nested
    class KnowsReplicas extends ReplicasKit {}

    @Nested
    class KeepsWhatIsPosted extends PostedKit {}

    @Nested
    class KeepsSignals extends SignalsKit {}

    @Nested
    class KeepsStorms extends StormsKit {}

    @Nested
    class KnowsLaunchers extends LaunchersKit {}

    @Nested
    class KeepsChanges extends ChangesKit {}

    @Nested
    class CountsLaunches extends LaunchCountsKit {}

    @Nested
    class KeepsCoincidences extends CoincidencesKit {}

    @Nested
    class KeepsHeartbeats extends HeartbeatsKit {}

    @Nested
    class KeepsSeenEvents extends SeenEventsKit {}

    @Nested
    class KeepsHypotheses extends HypothesesKit {}

    @Nested
    class KeepsPrompts extends PromptsKit {}
}
