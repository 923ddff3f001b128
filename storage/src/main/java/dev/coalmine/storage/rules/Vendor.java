package dev.coalmine.storage.rules;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Which database this is; the two have little to be told apart by, and it is asked here. */
public final class Vendor {

    private Vendor() {}

    /**
     * PostgreSQL, which several processes may share, or H2, whose file belongs to one.
     *
     * @throws IllegalStateException when the database cannot be asked
     */
    public static boolean isPostgreSql(DataSource database) {
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException away) {
            throw new IllegalStateException("the database cannot be reached: " + away.getMessage(), away);
        }
    }
}
