package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The core of it once more, on the database of production. */
class OnPostgreSqlTest extends Conversation {

    private static final EmbeddedPostgres SERVER = start();
    private static final RunningBot ON_POSTGRESQL = RunningBot.start(SERVER.getJdbcUrl("postgres", "postgres"));

    OnPostgreSqlTest() {
        super(ON_POSTGRESQL);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        ON_POSTGRESQL.close();
        SERVER.close();
    }

    @Test
    void aPageOpensAChannelPeopleRunItAndTheTimelineComesOut() {
        var page = Pager.to(coalmine)
                .pagerduty("Checkout is down", "checkout", "dan@example.com")
                .triggers(Instant.now().minusSeconds(60));
        var incident = incidentOf(page.problem());
        incident.channel().eventually(channel -> assertThat(channel.members()).contains("dan", "bob", "carol"));

        incident.hears(bob, "commander");
        incident.hears(bob, "note Errors began in Europe at 00:01 utc");
        var ts = carol.says(incident.name(), "It is the certificate");
        bob.reacts(incident.name(), ts, "pushpin");
        eventuallyInTheTimeline(incident, "It is the certificate");
        var form = bob.clicks(incident.name(), card(incident).ts(), "Mitigate").viewId();
        bob.submits(form, Map.of("line", "Old certificate again"));
        eventuallyOnTheCard(incident, "*Stage*\nMitigated");
        assertThat(incident.hears(bob, "severity nonsense").text()).contains("Usage");
        alice.joins(incident.name());
        var asked = alice.says(incident.name(), "@coalmine severity nonsense");
        incident.channel()
                .eventually(channel -> assertThat(channel.repliesTo(asked)).hasSize(1));
        page.triggers(Instant.now().minusSeconds(60)).resolves(Instant.now());
        incident.channel().eventuallyShows("pagerduty says that it is over");
        incident.hears(bob, "resolve New certificate");
        incident.hears(bob, "export json");

        incident.channel().eventually(channel -> assertThat(
                        channel.find(it -> !it.json().path("files").isEmpty()))
                .isPresent());
        announcements().eventuallyShows("*%d* · SEV-2 · Resolved".formatted(incident.number()));
        assertThat(seal(incident)).contains("The timeline is whole");
        assertThat(coalmine.record(incident.number(), "json"))
                .contains("It is the certificate", "Old certificate again", "New certificate");
    }
}
