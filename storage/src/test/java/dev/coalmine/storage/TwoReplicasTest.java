package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Lanes;
import dev.coalmine.storage.outbox.Outbox;
import dev.coalmine.storage.replicas.Replicas;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two processes share one outbox: whatever the order of commits, each delivery has one sender and each lane its order. */
class TwoReplicasTest {

    private static EmbeddedPostgres server;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        one = replica();
        other = replica();
    }

    @AfterAll
    static void stop() throws IOException {
        one.close();
        other.close();
        server.close();
    }

    private static ConfigurableApplicationContext replica() {
        return new SpringApplicationBuilder(StorageOnly.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}",
                        "--spring.jpa.hibernate.ddl-auto=validate");
    }

    @BeforeEach
    void startWithNothing() {
        database().sql("delete from outbox").update();
        database().sql("delete from replica").update();
        one.getBean(Replicas.class).join();
        other.getBean(Replicas.class).join();
    }

    @Test
    void eachIsSentOnceAndInTheOrderOfItsLane() {
        var sent = Collections.synchronizedList(new ArrayList<Delivery>());
        var senders = List.of(
                CompletableFuture.runAsync(() -> empty(one, sent, 300), threads),
                CompletableFuture.runAsync(() -> empty(other, sent, 300), threads),
                CompletableFuture.runAsync(() -> empty(one, sent, 300), threads));
        var random = new Random(7);
        for (var i = 0; i < 100; i++) {
            addThreeOfWhichTheFirstIsCommittedLast("lane " + random.nextInt(6));
        }
        senders.forEach(CompletableFuture::join);

        assertThat(sent).extracting(Delivery::id).doesNotHaveDuplicates().hasSize(300);
        assertThat(other.getBean(Outbox.class).backlog().pending()).isZero();
    }

    @Test
    void noLaneHasTwoSendersAtOnce() {
        var under = new ConcurrentHashMap<String, Long>();
        var twice = Collections.synchronizedList(new ArrayList<String>());
        for (var i = 0; i < 60; i++) {
            addThreeOfWhichTheFirstIsCommittedLast("lane " + i % 3);
        }
        var work = List.of(one, other).stream()
                .map(replica -> CompletableFuture.runAsync(
                        () -> {
                            while (replica.getBean(Outbox.class).backlog().pending() > 0) {
                                for (var delivery : take(replica)) {
                                    if (under.putIfAbsent(delivery.lane(), delivery.id()) != null) {
                                        twice.add(delivery.lane());
                                    }
                                    Thread.yield();
                                    under.remove(delivery.lane());
                                    replica.getBean(Lanes.class).sent(delivery);
                                }
                            }
                        },
                        threads))
                .toList();
        work.forEach(CompletableFuture::join);

        assertThat(twice).isEmpty();
    }

    @Test
    void whatADeadReplicaWasSendingIsTakenOverAsUnsure() {
        add("C1", "first");
        add("C1", "second");
        var before = take(one);
        assertThat(take(other)).isEmpty();

        database()
                .sql("update replica set heard = heard - interval '21' second where id = ?")
                .param(one.getBean(Replicas.class).me())
                .update();
        other.getBean(Replicas.class).beat();
        other.getBean(Lanes.class).recover(Set.of());
        var after = take(other);
        one.getBean(Lanes.class).postpone(before.getFirst(), Kit.TEN, "from the dead");

        assertThat(after).extracting(Delivery::body).containsExactly("first");
        assertThat(after.getFirst().unsure()).isTrue();
        assertThat(after.getFirst().mark()).isEqualTo(before.getFirst().mark());
        other.getBean(Lanes.class).sent(after.getFirst());
        assertThat(take(other)).extracting(Delivery::body).containsExactly("second");
    }

    @Test
    void aReplicaThatLeavesHandsItsWorkOverAtOnce() {
        add("C1", "first");
        take(one);
        one.getBean(Replicas.class).leave();
        other.getBean(Lanes.class).recover(Set.of());

        assertThat(take(other)).extracting(Delivery::unsure).containsExactly(true);
    }

    @Test
    void oneThatHangsInsideATransactionHoldsUpNothingElse() {
        add("C1", "locked");
        add("C2", "free");
        take(one);
        one.getBean(Replicas.class).leave();

        one.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
            database()
                    .sql("update outbox set reason = 'hangs' where lane = 'C1'")
                    .update();
            assertThat(recoveredByTheOther()).isEqualTo(1);
        });

        assertThat(recoveredByTheOther()).isEqualTo(1);
        assertThat(take(other)).extracting(Delivery::body).containsExactly("locked", "free");
    }

    private int recoveredByTheOther() {
        return CompletableFuture.supplyAsync(() -> other.getBean(Lanes.class).recover(Set.of()), threads)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static void empty(ConfigurableApplicationContext replica, List<Delivery> sent, int until) {
        while (sent.size() < until) {
            for (var delivery : take(replica)) {
                sent.add(delivery);
                replica.getBean(Lanes.class).sent(delivery);
            }
        }
    }

    private static List<Delivery> take(ConfigurableApplicationContext replica) {
        var lanes = replica.getBean(Lanes.class);
        try {
            return lanes.take(lanes.due(10, Set.of()));
        } catch (DuplicateKeyException tookIt) {
            return List.of();
        }
    }

    private void addThreeOfWhichTheFirstIsCommittedLast(String lane) {
        var added = new CountDownLatch(1);
        var committed = new CountDownLatch(1);
        var late = CompletableFuture.runAsync(
                () -> one.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
                    one.getBean(Outbox.class).add(lane, null, 5, "message", "late");
                    added.countDown();
                    await(committed);
                }),
                threads);
        await(added);
        add(lane, "early");
        add(lane, "early");
        committed.countDown();
        late.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(String lane, String body) {
        other.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> other.getBean(Outbox.class).add(lane, null, 5, "message", body));
    }

    private static JdbcClient database() {
        return one.getBean(JdbcClient.class);
    }
}
