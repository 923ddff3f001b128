package dev.coalmine.storage.rules;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** Which database this is; the two have little to be told apart by, and it is asked here. */
public final class Vendor {

    private Vendor() {}

    /**
     * PostgreSQL, which several processes may share, or H2, whose file belongs to one.
     *
     * @throws org.springframework.dao.DataAccessException when the database cannot be asked
     */
    public static boolean isPostgreSql(DataSource database) {
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException away) {
            throw new DataAccessResourceFailureException("the database cannot be asked what it is", away);
        }
    }
}
