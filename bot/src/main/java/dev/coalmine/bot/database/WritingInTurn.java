package dev.coalmine.bot.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A transaction that is about to write waits until no other has written anything that is not yet committed. Those that
 * only read wait for nobody. A thread may write through several connections: while it is busy with one, the others rest.
 */
final class WritingInTurn extends DelegatingDataSource {

    private static final int LOCK_TIMEOUT = 50200;

    private final Duration patience;
    private final ReentrantLock pen = new ReentrantLock(true);

    /** @param patience how long anybody waits for the others before it is refused */
    WritingInTurn(DataSource database, Duration patience) {
        super(database);
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return inTurn(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return inTurn(super.getConnection(user, password));
    }

    private Connection inTurn(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Writer(connection));
    }

    /** One connection, from when it is taken from the pool until it is given back. */
    private final class Writer implements InvocationHandler {

        private final Connection connection;
        private boolean writing;

        Writer(Connection connection) {
            this.connection = connection;
        }

        @Override
        @Nullable
        public Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            if (!writing && mayWrite(method, arguments)) {
                takePen();
            }
            try {
                var result = method.invoke(connection, arguments);
                if (method.getName().equals("commit")) {
                    handOn();
                }
                return result;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            } finally {
                // After a commit that failed, too, something is left to be undone.
                if (method.getName().equals("close") || method.getName().equals("rollback") && arguments == null) {
                    handOn();
                }
            }
        }

        private void takePen() throws SQLException {
            try {
                if (!pen.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw tooLong("Others have been writing for %d s".formatted(patience.toSeconds()));
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw tooLong("Interrupted while others were writing");
            }
            writing = true;
        }

        private void handOn() {
            if (writing) {
                writing = false;
                pen.unlock();
            }
        }
    }

    /** As H2 says it of a row that another transaction holds, so that it is taken for trouble that passes. */
    private static SQLException tooLong(String reason) {
        return new SQLTimeoutException(reason, "HYT00", LOCK_TIMEOUT);
    }

    private static boolean mayWrite(Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "createStatement" -> true;
            case "prepareStatement", "prepareCall" -> arguments == null || !onlyReads(String.valueOf(arguments[0]));
            default -> false;
        };
    }

    /** To H2 a lock on a row is a change of it. */
    private static boolean onlyReads(String sql) {
        var words = sql.stripLeading().toLowerCase(Locale.ROOT);
        return words.startsWith("select") && !words.contains("for update");
    }
}
