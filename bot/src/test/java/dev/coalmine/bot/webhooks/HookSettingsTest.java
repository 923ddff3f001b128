package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class HookSettingsTest {

    @Test
    void withoutSettingsEverySourceIsClosed() {
        var settings = bind(Map.of());
        assertThat(settings.pagerduty().secrets()).isEmpty();
        assertThat(settings.alertmanager().token()).isEmpty();
        assertThat(settings.generic().token()).isEmpty();
    }

    @Test
    void bodiesMayBeThisLarge() {
        var settings = bind(Map.of());
        assertThat(settings.pagerduty().limit()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(settings.alertmanager().limit()).isEqualTo(DataSize.ofMegabytes(5));
        assertThat(settings.generic().limit()).isEqualTo(DataSize.ofMegabytes(1));
    }

    @Test
    void allBodiesTogetherMayTakeThisMuchMemory() {
        assertThat(bind(Map.of()).memory()).isEqualTo(DataSize.ofMegabytes(64));
    }

    @Test
    void secretsAreListedWithCommasAndNeverShown() {
        var settings =
                bind(Map.of("coalmine.hooks.pagerduty.secrets", "one, two", "coalmine.hooks.generic.token", "three"));
        assertThat(settings.pagerduty().secrets()).hasSize(2);
        assertThat(settings.toString()).contains("2 secrets").doesNotContain("one", "two", "three");
    }

    private static HookSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("coalmine.hooks", Bindable.of(HookSettings.class));
    }
}
