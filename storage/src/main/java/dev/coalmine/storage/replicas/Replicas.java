package dev.coalmine.storage.replicas;

import dev.coalmine.storage.rules.Vendor;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The processes that share this database. Each says every few seconds that it lives; who was not heard for {@link
 * #LEASE} is dead, and others may take up its work. Judged by the database's clock alone, since those of the machines
 * may disagree.
 */
@Repository
public class Replicas {

    /** How long a process counts as living after it was heard last. */
    public static final Duration LEASE = Duration.ofSeconds(20);

    private final String me = UUID.randomUUID().toString();
    private final JdbcClient database;
    private final DataSource source;

    private volatile long heardAt;
    private volatile boolean heard;

    Replicas(JdbcClient database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    /** This process. */
    public String me() {
        return me;
    }

    /** To be called once, before any work: H2's file belongs to one process, so whoever was there before is gone. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void join() {
        if (!Vendor.isPostgreSql(source)) {
            database.sql("delete from replica").update();
        }
        beat();
    }

    /** Says that this process lives, and forgets who no longer does. It is committed when this returns. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void beat() {
        // Counted from before the database was asked: it may answer late.
        var asked = System.nanoTime();
        var known = database.sql("update replica set heard = current_timestamp where id = ?")
                .param(me)
                .update();
        if (known == 0) {
            database.sql("insert into replica (id, started, heard) values (?, current_timestamp, current_timestamp)")
                    .param(me)
                    .update();
        }
        database.sql("delete from replica where heard < current_timestamp - interval '20' second")
                .update();
        heardAt = asked;
        heard = true;
    }

    /** Whether nobody can have taken this process for dead before {@code longest} from now. */
    public boolean livesFor(Duration longest) {
        return heard && System.nanoTime() - heardAt < LEASE.minus(longest).toNanos();
    }

    /** Leaves what this process was doing to the others, at once. */
    @Transactional
    public void leave() {
        heard = false;
        database.sql("delete from replica where id = ?").param(me).update();
    }

    /** How many live. */
    public long living() {
        return database.sql("select count(*) from replica where heard >= current_timestamp - interval '20' second")
                .query(Long.class)
                .single();
    }
}
