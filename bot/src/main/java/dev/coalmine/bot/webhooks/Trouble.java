package dev.coalmine.bot.webhooks;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database in trouble, which will be well again, from work that it does not accept. */
final class Trouble {

    // By the SQL standard: connection, rollback (deadlock), resources, operator's intervention, system.
    private static final Set<String> STATES = Set.of("08", "40", "53", "57", "58");

    private Trouble() {}

    static boolean isOfTheDatabase(Throwable failure) {
        return Outline.causes(failure).stream().anyMatch(Trouble::isTrouble);
    }

    private static boolean isTrouble(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException passing -> true;
            case RecoverableDataAccessException passing -> true;
            case DataAccessResourceFailureException unreachable -> true;
            case CannotCreateTransactionException unreachable -> true;
            case SQLException refused ->
                refused.getSQLState() != null
                        && refused.getSQLState().length() > 2
                        && STATES.contains(refused.getSQLState().substring(0, 2));
            case Throwable other -> false;
        };
    }
}
