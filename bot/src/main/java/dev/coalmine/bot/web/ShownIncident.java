package dev.coalmine.bot.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coalmine.storage.incidents.Incident;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident as programs read it; what is not known is left out.
 *
 * @param channel the name that its channel gets, or had at first
 * @param channelId Slack's id of the channel, once Slack has made it
 * @param commander Slack id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownIncident(
        long number,
        String title,
        String severity,
        String stage,
        String kind,
        @JsonProperty("private") boolean restricted,
        boolean open,
        @Nullable String service,
        String channel,
        @Nullable String channelId,
        @Nullable String commander,
        @Nullable String link,
        Instant declaredAt,
        Map<String, String> links) {

    static ShownIncident of(Incident incident, @Nullable String commander, String base) {
        return new ShownIncident(
                incident.number(),
                incident.title(),
                incident.severity().label(),
                incident.stage().word(),
                ReportReader.word(incident.kind()),
                incident.restricted(),
                incident.stage().open(),
                incident.service().orElse(null),
                incident.channelName(),
                incident.channel().orElse(null),
                commander,
                incident.link().orElse(null),
                incident.declaredAt(),
                links(incident.number(), base));
    }

    private static Map<String, String> links(long number, String base) {
        var timeline = "%s/incidents/%d/timeline".formatted(base, number);
        return Map.of(
                "self",
                "%s/api/incidents/%d".formatted(base, number),
                "notes",
                "%s/api/incidents/%d/notes".formatted(base, number),
                "timeline",
                timeline + ".json",
                "markdown",
                timeline + ".md");
    }
}
