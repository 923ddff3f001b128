package dev.coalmine.commands.launches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LaunchSettingsTest {

    @Test
    void withoutSettingsNoChannelIsWatched() {
        assertThat(bind(Map.of()).channels()).isEmpty();
        assertThat(bind(Map.of()).rules()).isEmpty();
    }

    @Test
    void aRuleNeedsNoMoreThanAnExpressionAndAnOutcome() {
        var rule = bind(Map.of(
                        "coalmine.launches.rules[0].name", "crane",
                        "coalmine.launches.rules[0].matches", "lift broke",
                        "coalmine.launches.rules[0].outcome", "failed"))
                .rules()
                .getFirst();
        assertThat(rule.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(rule.source()).isNull();
        assertThat(rule.automated()).isNull();
    }

    @Test
    void aWrongExpressionIsRefusedByTheNameOfItsSetting() {
        assertThatThrownBy(() -> bind(Map.of(
                        "coalmine.launches.rules[0].name", "crane",
                        "coalmine.launches.rules[0].matches", "lift (",
                        "coalmine.launches.rules[0].outcome", "failed")))
                .hasMessageContaining("coalmine.launches.rules[0]")
                .rootCause()
                .hasMessageContaining("Unclosed group");
    }

    private static LaunchSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("coalmine.launches", Bindable.of(LaunchSettings.class));
    }
}
