package dev.coalmine.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The long campaign, as Maven's profile {@code campaign} runs it; no test by its name, so a build leaves it out. */
class FaultCampaign {

    @Test
    void nothingIsLostOrDoubled() throws Exception {
        var settings = CampaignSettings.read(System.getProperties());
        assertThat(Campaign.run(settings, Program.prepared(settings.folder()), System.out))
                .isEmpty();
    }
}
