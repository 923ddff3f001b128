package dev.coalmine.bot.webhooks;

import dev.coalmine.storage.pages.AlertLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Who reads the alert log, each with a thread of its own. */
@Configuration(proxyBeanMethods = false)
class Readers {

    private final AlertLog log;
    private final List<AlertSource> sources;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final MeterRegistry meters;

    Readers(
            AlertLog log,
            List<AlertSource> sources,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry meters) {
        this.log = log;
        this.sources = sources;
        this.transactions = transactions;
        this.clock = clock;
        this.meters = meters;
    }

    @Bean
    AlertLogReader intakeReader(IntakeReading intake) {
        return reader(intake);
    }

    @Bean
    AlertLogReader stormsReader(StormsReading storms) {
        return reader(storms);
    }

    private <T> AlertLogReader reader(LogConsumer<T> consumer) {
        return new AlertLogReader(log, consumer, new NextRows<>(log, sources, consumer, transactions, clock, meters));
    }
}
