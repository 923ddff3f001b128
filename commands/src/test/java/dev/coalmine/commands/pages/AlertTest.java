package dev.coalmine.commands.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.commands.pages.Alert.Kind;
import dev.coalmine.commands.pages.Alert.Member;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void anAlertNeedsAKey() {
        assertThatThrownBy(() -> alert(" ")).hasMessageContaining("key");
    }

    @Test
    void longKeysThatDifferOnlyAtTheirEndStayApart() {
        var one = alert("k".repeat(5_000) + "1").build().key();
        var two = alert("k".repeat(5_000) + "2").build().key();
        assertThat(one).hasSize(500).isNotEqualTo(two);
    }

    @Test
    void onlyWebPagesAreLinks() {
        assertThat(alert("k").link("javascript:alert(1)").build().link()).isNull();
        assertThat(alert("k")
                        .link("https://x.example/" + "a".repeat(3_000))
                        .build()
                        .link())
                .isNull();
        assertThat(alert("k").link(" HTTPS://x.example/1 ").build().link()).isEqualTo("HTTPS://x.example/1");
    }

    @Test
    void whatIsTooManyIsCountedOrCut() {
        var members = IntStream.range(0, 1_500)
                .mapToObj(n -> new Member("f" + n, true, NOON, null, "t", Map.of()))
                .toList();
        var labels = IntStream.range(0, 80).boxed().collect(Collectors.toMap(n -> "l" + n, n -> "v".repeat(2_000)));
        var alert = alert("k").members(members).leftOut(3).labels(labels).build();
        assertThat(alert.members()).hasSize(1_000);
        assertThat(alert.leftOut()).isEqualTo(503);
        assertThat(alert.labels()).hasSize(50).allSatisfy((name, value) -> assertThat(value)
                .hasSize(1_000));
    }

    @Test
    void blankIsAbsent() {
        var alert = alert("k").service(" ").people(List.of("", "Ana", "Ana")).build();
        assertThat(alert.service()).isNull();
        assertThat(alert.people()).containsExactly("Ana");
    }

    @Property
    void anyTextBecomesOneThatADatabaseHolds(@ForAll String text) {
        var title = alert("k")
                .title(text + "\uD83D\uDE00".repeat(600) + "\uD800\0")
                .build()
                .title();
        assertThat(title.length()).isBetween(999, 1_000);
        assertThat(title).doesNotContain("\0");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(title)).isTrue();
    }

    private static Alert.Builder alert(String key) {
        if (key.isBlank()) {
            Alert.of("generic", key, Kind.FIRING, NOON).build();
        }
        return Alert.of("generic", key, Kind.FIRING, NOON);
    }
}
