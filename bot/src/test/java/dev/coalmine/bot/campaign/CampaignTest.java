package dev.coalmine.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short campaign, over seeds that are kept because they once showed something. The long one: docs/faults.md. */
class CampaignTest {

    private static final Duration LENGTH = Duration.ofSeconds(9);

    private static Program program = Program.asItIs();

    @BeforeAll
    static void prepare(@TempDir Path prepared) throws Exception {
        program = Program.prepared(prepared);
    }

    @Test
    void nothingIsLostOrDoubledOnH2() throws Exception {
        assertThat(violations(Store.H2, 1, 20_008)).isEmpty();
    }

    @Test
    void nothingIsLostOrDoubledByTwoReplicasOnPostgreSql() throws Exception {
        assertThat(violations(Store.POSTGRESQL, 5)).isEmpty();
    }

    /** Logs and databases of a run with a violation stay below the build's folder. */
    private static List<String> violations(Store store, long... seeds) throws Exception {
        var folder = Path.of("target", "campaign", "short", store.name());
        return Campaign.run(CampaignSettings.of(store, LENGTH, folder, seeds), program, System.out);
    }
}
