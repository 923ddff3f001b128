package dev.coalmine.storage.pages;

import static java.util.Objects.requireNonNull;

import dev.coalmine.storage.rules.Vendor;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ends of the alert log's parts, where rows are added: in whatever way takes the database least. */
interface LogEnds {

    /** What is to be kept. */
    record Row(String source, @Nullable String delivery, OffsetDateTime receivedAt, String body) {

        /** Roughly, in memory. */
        int weight() {
            return 200 + body.length();
        }
    }

    /** Writing takes milliseconds; what takes seconds is better refused, so that the source sends again. */
    int WRITE_SECONDS = 2;

    /**
     * Adds rows at one end, all or none, in the current transaction or, if there is none, in one of its own.
     *
     * <p>It is the part of last time, so that what one process takes in stays in order; another while somebody else
     * writes there, so that replicas part ways and do not wait for each other.
     *
     * @return the number of the first
     */
    long append(List<Row> rows);

    static LogEnds of(JdbcTemplate jdbc) {
        return Vendor.isPostgreSql(requireNonNull(jdbc.getDataSource()))
                ? new PostgresLogEnds(jdbc)
                : new PlainLogEnds(jdbc);
    }
}
