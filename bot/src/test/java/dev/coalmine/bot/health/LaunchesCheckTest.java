package dev.coalmine.bot.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.coalmine.bot.slack.errands.Presence;
import dev.coalmine.bot.slack.errands.Presence.Place;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.commands.launches.WatchedChannels;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchesCheckTest {

    private final WatchedChannels channels = mock(WatchedChannels.class);
    private final Presence presence = mock(Presence.class);
    private final LaunchesCheck check = new LaunchesCheck(channels, presence);

    @Test
    void withoutChannelsThereIsNothingToHear() {
        when(channels.all()).thenReturn(List.of());
        assertThat(check.look()).isInstanceOf(Finding.Well.class);
    }

    @Test
    void whereCoalmineIsItHears() throws Exception {
        when(channels.all()).thenReturn(List.of("C0LAUNCHES", "starts"));
        when(presence.inChannel("C0LAUNCHES")).thenReturn(Place.INSIDE);
        when(presence.inChannelCalled("starts")).thenReturn(Place.INSIDE);
        assertThat(check.look()).isEqualTo(new Finding.Well("heard in C0LAUNCHES, starts"));
    }

    @Test
    void whereItIsNotItSaysHowToMendThat() throws Exception {
        when(channels.all()).thenReturn(List.of("C0LAUNCHES", "starts"));
        when(presence.inChannel("C0LAUNCHES")).thenReturn(Place.OUTSIDE);
        when(presence.inChannelCalled("starts")).thenReturn(Place.UNKNOWN);

        var trouble = (Finding.Trouble) check.look();

        assertThat(trouble.detail()).contains("C0LAUNCHES (not in it)", "starts (unknown, or private)");
        assertThat(trouble.mend()).contains("/invite @coalmine", "coalmine.launches.channels");
    }
}
