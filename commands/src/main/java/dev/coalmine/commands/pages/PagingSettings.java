package dev.coalmine.commands.pages;

import dev.coalmine.storage.incidents.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which alerts are pages.
 *
 * @param rules the first that fits decides; without one that fits, urgent alerts are pages and others are not
 * @param joinWithin how long after its last alert an open incident takes in other alerts of its service
 * @param reopenWithin how long after the end of an incident the same alert counts as the same problem
 * @param quietAfterFlapping how long an alert that fired and ended again and again has to be quiet to be believed over
 */
@ConfigurationProperties("coalmine.paging")
public record PagingSettings(
        @DefaultValue List<Rule> rules,
        @DefaultValue("30m") Duration joinWithin,
        @DefaultValue("1h") Duration reopenWithin,
        @DefaultValue("30m") Duration quietAfterFlapping) {

    /**
     * One rule; what it leaves out fits everything, and words fit in any case. {@code *} stands for any characters.
     *
     * @param page whether what fits is a page
     * @param as the severity of the incident; null takes it from the alert
     */
    public record Rule(
            @Nullable String source,
            @DefaultValue List<String> service,
            @DefaultValue List<String> severity,
            @Nullable String title,
            @DefaultValue Map<String, String> labels,
            @DefaultValue("true") boolean page,
            @Nullable Severity as) {

        boolean fits(Alert alert) {
            return fits(source, alert.source())
                    && fitsAny(service, alert.service())
                    && fitsAny(severity, alert.severity())
                    && fits(title, alert.title())
                    && labels.entrySet().stream()
                            .allMatch(label ->
                                    fits(label.getValue(), alert.labels().get(label.getKey())));
        }

        private static boolean fitsAny(List<String> patterns, @Nullable String word) {
            return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> fits(pattern, word));
        }

        private static boolean fits(@Nullable String pattern, @Nullable String word) {
            return pattern == null || word != null && Wildcard.matches(pattern, word);
        }
    }
}
