package dev.coalmine.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Nested;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Storage keeps its promises on a real PostgreSQL. */
@SpringBootTest(
        classes = StorageOnly.class,
        properties = {
            "spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false"
        })
class OnPostgreSqlTest {

    private static final EmbeddedPostgres SERVER = start();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> SERVER.getJdbcUrl("postgres", "postgres"));
    }

    // Stopped by its own shutdown hook: the Spring context outlives this class.
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
