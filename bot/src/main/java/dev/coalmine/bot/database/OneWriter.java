package dev.coalmine.bot.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * On H2, whose file belongs to this process, whoever writes waits until the one before has committed. H2 saves its tables
 * one after the other while others go on writing, so a file that is left behind by a kill may hold a key in an index
 * without the note that its transaction never ended. Nobody could ever write that key again: an event that came again and
 * again and failed each time, an incident whose next entry has no place. Or it may hold half of what was being committed.
 * While nobody else writes, what H2 saves is whole.
 */
@Component
class OneWriter implements BeanPostProcessor {

    /** As long as on PostgreSQL. */
    private static final Duration PATIENCE = Duration.ofSeconds(HungSessions.LOCK_SECONDS);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool
                        && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:h2:")
                ? new WritingInTurn(pool, PATIENCE)
                : bean;
    }
}
