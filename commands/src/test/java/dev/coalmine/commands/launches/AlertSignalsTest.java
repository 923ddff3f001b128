package dev.coalmine.commands.launches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.Mockito.mock;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertSignalsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant RECEIVED = NOON.plusSeconds(5);

    private final AlertSignals signals = new AlertSignals(mock(
            Catalog.class,
            call -> "Checkout Service".equals(call.getArguments()[0]) ? "checkout" : call.getArguments()[0]));

    @Test
    void anAlertIsASignalOfItsService() {
        var signal = only(Alert.of("pagerduty", "Q1", Kind.FIRING, NOON)
                .title("Checkout is down")
                .service("Checkout Service")
                .link("https://pd.example.com/Q1"));

        assertThat(signal.kind()).isEqualTo(HeardSignal.Kind.ALERT);
        assertThat(signal.source()).isEqualTo("checkout");
        assertThat(signal.entity()).isEqualTo("Q1");
        assertThat(signal.outcome()).isEqualTo(Outcome.FIRING);
        assertThat(signal.text()).isEqualTo("Checkout is down");
        assertThat(signal.link()).isEqualTo("https://pd.example.com/Q1");
        assertThat(signal.at()).isEqualTo(NOON);
        assertThat(signal.received()).isEqualTo(RECEIVED);
        assertThat(signal.origin()).isEqualTo("pagerduty");
        assertThat(signal.automated()).isNull();
    }

    @Test
    void withoutAServiceALabelOrTheHookIsTheSource() {
        assertThat(only(labelled(Map.of("job", "node", "alertname", "Down"))).source())
                .isEqualTo("node");
        assertThat(only(labelled(Map.of("alertname", "Down"))).source()).isEqualTo("Down");
        assertThat(only(labelled(Map.of())).source()).isEqualTo("generic");
    }

    @Test
    void aHostThatIsNamedIsTheEntityAndSetsNothingApart() {
        var signal = only(labelled(Map.of("instance", "h-17", "zone", "eu-1a", "service", "node")));
        assertThat(signal.entity()).isEqualTo("h-17");
        assertThat(signal.attributes()).isEqualTo(Map.of("zone", "eu-1a"));
    }

    @Test
    void eachMemberOfAGroupIsASignal() {
        var group = Alert.of("alertmanager", "shop g1", Kind.FIRING, NOON)
                .service("checkout")
                .title("Errors")
                .members(List.of(
                        member("f1", true, NOON.minusSeconds(60), null, Map.of("instance", "h-1")),
                        member("f2", false, NOON.minusSeconds(60), NOON.minusSeconds(1), Map.of("service", "cart"))));

        assertThat(signals.of(group.build(), RECEIVED))
                .extracting(HeardSignal::source, HeardSignal::entity, HeardSignal::outcome, HeardSignal::at)
                .containsExactly(
                        tuple("checkout", "h-1", Outcome.FIRING, NOON.minusSeconds(60)),
                        tuple("cart", "f2", Outcome.RESOLVED, NOON.minusSeconds(1)));
    }

    @Test
    void aTimeFarAheadIsNotBelieved() {
        var group = Alert.of("alertmanager", "shop g1", Kind.FIRING, NOON)
                .members(List.of(member("f1", true, NOON.plus(Duration.ofDays(400)), null, Map.of())));
        assertThat(signals.of(group.build(), RECEIVED).getFirst().at()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACKNOWLEDGED", "CHANGED", "NOTED"})
    void whatPeopleDoAboutAnAlertIsNoSignal(Kind kind) {
        assertThat(signals.of(Alert.of("pagerduty", "Q1", kind, NOON).build(), RECEIVED))
                .isEmpty();
    }

    private HeardSignal only(Alert.Builder alert) {
        var all = signals.of(alert.build(), RECEIVED);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Alert.Builder labelled(Map<String, String> labels) {
        return Alert.of("generic", "k-1", Kind.FIRING, NOON).title("Down").labels(labels);
    }

    private static Alert.Member member(
            String fingerprint, boolean firing, Instant starts, @Nullable Instant ends, Map<String, String> labels) {
        return new Alert.Member(fingerprint, firing, starts, ends, "", labels);
    }
}
