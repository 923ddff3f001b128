package dev.coalmine.bot.timers;

import dev.coalmine.storage.rules.Vendor;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.springframework.boot.quartz.autoconfigure.QuartzProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells Quartz which database it is on, and whether others work on it: H2 is always one process, PostgreSQL may have
 * several replicas, of which any rings what another one set.
 */
@Configuration(proxyBeanMethods = false)
class QuartzDatabase {

    // A replica is missed after a check-in and a half or so; until then what it was about to ring waits.
    private static final Duration CHECK_IN = Duration.ofSeconds(5);

    @Bean
    SchedulerFactoryBeanCustomizer delegate(DataSource database, QuartzProperties quartz) {
        return factory -> {
            var properties = new Properties();
            properties.putAll(quartz.getProperties());
            properties.putAll(Vendor.isPostgreSql(database) ? clustered() : alone());
            factory.setQuartzProperties(properties);
        };
    }

    private static Map<String, String> alone() {
        return Map.of("org.quartz.jobStore.driverDelegateClass", StdJDBCDelegate.class.getName());
    }

    private static Map<String, String> clustered() {
        return Map.of(
                "org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName(),
                "org.quartz.jobStore.isClustered", "true",
                "org.quartz.jobStore.clusterCheckinInterval", String.valueOf(CHECK_IN.toMillis()),
                // Quartz's own AUTO is host name and time, which two containers can share.
                "org.quartz.scheduler.instanceId", UUID.randomUUID().toString());
    }
}
