package dev.coalmine.bot.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Keeps a replica that hangs from holding up the others, on PostgreSQL: one that stands still inside a transaction would
 * keep its locks for as long as its connection lives, and whoever waits for them would hang as well. So the server ends
 * a transaction that nothing is asked of for {@value #IDLE_SECONDS} s, nobody waits for a lock for more than {@value
 * #LOCK_SECONDS} s, and an answer that does not come at all is given up.
 */
@Component
class HungSessions implements BeanPostProcessor {

    static final int IDLE_SECONDS = 30;
    static final int LOCK_SECONDS = 10;

    // A new version may have to build indices of a large record, which nothing tells from a server that is gone.
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(15);

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            limit(pool);
        }
        return bean;
    }

    private static void limit(HikariDataSource pool) {
        if (pool.getConnectionInitSql() == null) {
            pool.setConnectionInitSql("set idle_in_transaction_session_timeout = '%d s'; set lock_timeout = '%d s'"
                    .formatted(IDLE_SECONDS, LOCK_SECONDS));
        }
        // What the address says comes before these.
        pool.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_ANSWER.toSeconds()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
    }
}
