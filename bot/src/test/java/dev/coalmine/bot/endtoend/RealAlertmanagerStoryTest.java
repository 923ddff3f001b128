package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coalmine.bot.webhooks.RealAlertmanager;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.domain.Limit;

class RealAlertmanagerStoryTest extends Conversation {

    @Test
    void aRealAlertmanagerOpensAnIncidentAndEndsIt(@TempDir Path folder) throws Exception {
        assumeTrue(
                RealAlertmanager.binary().isPresent(),
                "Skipped: no Alertmanager here (Debian's package prometheus-alertmanager).");
        var service = "real-" + story;
        var hook = URI.create(coalmine.url() + "/hooks/alertmanager");
        try (var alertmanager = RealAlertmanager.telling(hook, RunningBot.ALERTMANAGER_TOKEN, folder)) {
            var since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            alertmanager.fires("HighErrorRate", service, since);

            var incident = incidentOf(problemOf(service));
            assertThat(card(incident).text()).contains("SEV-1", "HighErrorRate in " + service, "*Stage*\nTriage");
            incident.channel().eventuallyShows("Runbook: <https://wiki.example/HighErrorRate>");

            alertmanager.ends("HighErrorRate", service, since, Instant.now());
            eventuallyOnTheCard(incident, "*Stage*\nDeclined");
        }
    }

    private Pager.Problem problemOf(String service) {
        var found = new Page[1];
        dev.coalmine.sandbox.script.Eventually.passes(
                () -> found[0] = coalmine.application().getBean(Pages.class).latest(Limit.of(10)).stream()
                        .filter(page -> page.service().filter(service::equals).isPresent())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Alertmanager told nothing yet")));
        return new Pager.Problem(found[0].source(), found[0].alertKey());
    }
}
