package dev.coalmine.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class RateSettingsTest {

    @Test
    void unlessToldOtherwiseSlackIsCalledAsFastAsItAllows() {
        assertThat(Binder.get(new MockEnvironment())
                        .bindOrCreate("slack.rates", RateSettings.class)
                        .times())
                .isEqualTo(1);
    }
}
