package dev.coalmine.bot.timers;

import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.springframework.boot.quartz.autoconfigure.QuartzProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells Quartz which database it is on. */
@Configuration
class QuartzDatabase {

    @Bean
    SchedulerFactoryBeanCustomizer delegate(DataSource database, QuartzProperties quartz) {
        return factory -> {
            var properties = new Properties();
            properties.putAll(quartz.getProperties());
            properties.setProperty("org.quartz.jobStore.driverDelegateClass", delegateFor(database));
            factory.setQuartzProperties(properties);
        };
    }

    private static String delegateFor(DataSource database) {
        try (var connection = database.getConnection()) {
            var product = connection.getMetaData().getDatabaseProductName();
            return product.equals("PostgreSQL") ? PostgreSQLDelegate.class.getName() : StdJDBCDelegate.class.getName();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached: " + e.getMessage(), e);
        }
    }
}
