package dev.coalmine.bot.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * How a campaign is to be.
 *
 * @param seeds one run each
 * @param length how long things break in each run
 * @param folder where logs are written, and what a run with a violation leaves behind
 */
record CampaignSettings(Store store, List<Long> seeds, Duration length, Path folder) {

    /** From {@code campaign.database}, {@code .runs}, {@code .seconds}, {@code .seed} and {@code .folder}. */
    static CampaignSettings read(Properties given) {
        var store = Store.named(given.getProperty("campaign.database", "h2"));
        var runs = Long.parseLong(given.getProperty("campaign.runs", "60"));
        var fresh = Integer.toString(RandomGenerator.getDefault().nextInt(1, 1_000_000) * 1_000);
        var first = Long.parseLong(given.getProperty("campaign.seed", fresh));
        return new CampaignSettings(
                store,
                LongStream.range(first, first + runs).boxed().toList(),
                Duration.ofSeconds(Long.parseLong(given.getProperty("campaign.seconds", "30"))),
                Path.of(given.getProperty("campaign.folder", "target/campaign/" + name(store))));
    }

    static CampaignSettings of(Store store, Duration length, Path folder, long... seeds) {
        return new CampaignSettings(store, LongStream.of(seeds).boxed().toList(), length, folder);
    }

    private static String name(Store store) {
        return "%s-%d"
                .formatted(store.name().toLowerCase(Locale.ROOT), Instant.now().getEpochSecond());
    }
}
