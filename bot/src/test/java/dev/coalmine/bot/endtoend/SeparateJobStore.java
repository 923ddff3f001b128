package dev.coalmine.bot.endtoend;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.SchedulerConfigException;
import org.quartz.spi.ClassLoadHelper;
import org.quartz.spi.SchedulerSignaler;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * For two bots in one process: Quartz keeps database connections by the scheduler's name for the whole JVM, and the
 * replicas of one cluster have the same name.
 */
public class SeparateJobStore extends LocalDataSourceJobStore {

    @Override
    public void initialize(ClassLoadHelper classes, SchedulerSignaler signaler) throws SchedulerConfigException {
        var database = requireNonNull(SchedulerFactoryBean.getConfigTimeDataSource());
        super.initialize(classes, signaler);
        var own = UUID.randomUUID().toString();
        var connections = DBConnectionManager.getInstance();
        connections.addConnectionProvider("in transaction " + own, new Provider(database, true));
        connections.addConnectionProvider("on its own " + own, new Provider(database, false));
        setDataSource("in transaction " + own);
        setNonManagedTXDataSource("on its own " + own);
    }

    private record Provider(DataSource database, boolean inTransaction) implements ConnectionProvider {

        @Override
        public Connection getConnection() throws SQLException {
            return inTransaction ? DataSourceUtils.doGetConnection(database) : database.getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }
}
