package dev.coalmine.commands.launches;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What alerts are to the storm detector: of a group each member, as ten hosts are ten even if they come as one problem.
 * Only that something fires, or no longer does, is a signal.
 */
@Component
public class AlertSignals {

    /** The name under which the alert log is read for the storm detector. */
    public static final String READER = "storms";

    private static final List<String> SERVICE = List.of("service", "job");
    private static final List<String> ENTITY =
            List.of("instance", "host", "hostname", "instance_id", "node", "pod", "container", "device", "server");
    // What most often sets failures apart; the first twenty labels are kept.
    private static final List<String> TELLING = List.of(
            "alertname",
            "severity",
            "zone",
            "availability_zone",
            "region",
            "cluster",
            "environment",
            "env",
            "namespace",
            "image",
            "version",
            "rack",
            "account");
    private static final Duration TRUSTED_AHEAD = Duration.ofDays(1);

    private final UnaryOperator<String> properName;

    @Autowired
    AlertSignals(Catalog catalog) {
        this(catalog::properName);
    }

    private AlertSignals(UnaryOperator<String> properName) {
        this.properName = properName;
    }

    /** For alerts of the past, where there is no catalog of services: all are called what they call themselves. */
    public static AlertSignals withoutCatalog() {
        return new AlertSignals(UnaryOperator.identity());
    }

    /** The signals of an alert, in its order. */
    public List<HeardSignal> of(Alert alert, Instant received) {
        if (!alert.members().isEmpty()) {
            return alert.members().stream()
                    .map(member -> of(alert, member, received))
                    .toList();
        }
        return switch (alert.kind()) {
            case FIRING -> List.of(alone(alert, Outcome.FIRING, received));
            case RESOLVED -> List.of(alone(alert, Outcome.RESOLVED, received));
            case ACKNOWLEDGED, CHANGED, NOTED -> List.of();
        };
    }

    private HeardSignal alone(Alert alert, Outcome outcome, Instant received) {
        var service = alert.service() == null ? first(alert.labels(), SERVICE) : alert.service();
        return signal(
                alert, new Told(service, alert.key(), alert.title(), alert.labels()), alert.at(), outcome, received);
    }

    /** A member may belong to another service than the first of its group. */
    private HeardSignal of(Alert alert, Alert.Member member, Instant received) {
        var own = first(member.labels(), SERVICE);
        var told = new Told(
                own == null ? alert.service() : own,
                member.fingerprint(),
                member.title().isEmpty() ? alert.title() : member.title(),
                member.labels());
        var at = member.firing() ? member.startsAt() : member.endsAt();
        return signal(
                alert,
                told,
                at == null || at.isAfter(received.plus(TRUSTED_AHEAD)) ? alert.at() : at,
                member.firing() ? Outcome.FIRING : Outcome.RESOLVED,
                received);
    }

    private HeardSignal signal(Alert alert, Told told, Instant at, Outcome outcome, Instant received) {
        var entity = first(told.labels(), ENTITY);
        return new HeardSignal(
                at,
                received,
                Kind.ALERT,
                source(alert, told),
                null,
                entity == null ? told.key() : entity,
                outcome,
                told.text(),
                alert.link(),
                alert.source(),
                telling(told.labels(), entity));
    }

    private String source(Alert alert, Told told) {
        if (told.service() != null) {
            return properName.apply(told.service());
        }
        var alertname = told.labels().get("alertname");
        return alertname == null || alertname.isBlank() ? alert.source() : alertname;
    }

    /** Without what names the entity: that sets each apart from all others. */
    private static Map<String, String> telling(Map<String, String> labels, @Nullable String entity) {
        var telling = new LinkedHashMap<String, String>();
        Stream.concat(TELLING.stream(), labels.keySet().stream())
                .filter(labels::containsKey)
                .filter(name -> !SERVICE.contains(name))
                .filter(name -> !Objects.equals(labels.get(name), entity))
                .forEach(name -> telling.putIfAbsent(name, labels.get(name)));
        return telling;
    }

    private static @Nullable String first(Map<String, String> labels, Collection<String> names) {
        return names.stream()
                .map(labels::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** What an alert or a member of one says of itself. */
    private record Told(@Nullable String service, String key, String text, Map<String, String> labels) {}
}
