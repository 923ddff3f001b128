package dev.coalmine.commands.storms;

import dev.coalmine.storage.incidents.Severity;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How storms are heard and told.
 *
 * @param falseAlarmsPerMonth how many storms in a month chance alone may raise; fewer means that real ones are heard later.
 *     Another value counts from the next start on
 * @param severity of a storm's incident
 * @param canary severity of a storm's incident that is a canary from the beginning
 * @param people who is invited to each storm, besides the owners of what fails: e-mail addresses, handles or names
 * @param alwaysPage what gets its own channel even while a storm goes on that it belongs to
 * @param learnAlertsFor how long alerts are listened to before storms of them are told, so that it is known what is usual;
 *     until then they are only listed
 * @param keep how long signals are kept: what coincidences are reckoned from, and what can be replayed
 */
@ConfigurationProperties("coalmine.storms")
public record StormSettings(
        @DefaultValue("1") double falseAlarmsPerMonth,
        @DefaultValue("SEV_3") Severity severity,
        @DefaultValue("SEV_2") Severity canary,
        @DefaultValue List<String> people,
        @DefaultValue AlwaysPage alwaysPage,
        @DefaultValue("24h") Duration learnAlertsFor,
        @DefaultValue("35d") Duration keep) {

    /**
     * What is never held back.
     *
     * @param services whose alerts are not, in any case
     * @param severities alerts of which are not
     */
    public record AlwaysPage(
            @DefaultValue List<String> services,
            @DefaultValue List<Severity> severities) {

        boolean holds(String service, Severity severity) {
            return severities.contains(severity) || services.stream().anyMatch(service::equalsIgnoreCase);
        }
    }
}
