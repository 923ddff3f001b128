package dev.coalmine.bot.campaign;

import static dev.coalmine.bot.campaign.Deed.End.ACKNOWLEDGED;
import static dev.coalmine.bot.campaign.Deed.End.UNKNOWN;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Alert sources, which send again until they read 202, as real ones do; some lose patience. */
final class Senders {

    private static final int THREADS = 6;
    private static final int MOST_PROBLEMS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<Replica> replicas;
    private final Deeds deeds;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final List<Thread> threads;

    private Senders(List<Replica> replicas, Deeds deeds, long seed) {
        this.replicas = replicas;
        this.deeds = deeds;
        this.threads = IntStream.range(0, THREADS)
                .mapToObj(i -> Thread.ofVirtual().unstarted(() -> work(new Random(seed * 37 + i))))
                .toList();
    }

    static Senders atWork(List<Replica> replicas, Deeds deeds, long seed) {
        var senders = new Senders(replicas, deeds, seed);
        senders.threads.forEach(Thread::start);
        return senders;
    }

    /** No more problems; what is under way is sent until it is taken, for which somebody has to be there. */
    void finish() throws InterruptedException {
        going.set(false);
        for (var thread : threads) {
            thread.join();
        }
        http.close();
    }

    private void work(Random random) {
        try {
            for (var i = 0; going.get() && i < MOST_PROBLEMS; i++) {
                lifeOf(Problem.any(deeds, random), random);
                Thread.sleep(50 + random.nextInt(400));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** It fires, and in most cases ends. */
    private void lifeOf(Problem problem, Random random) throws InterruptedException {
        var fired = told(problem.fires(), random);
        problem.marks().forEach(mark -> deeds.add(Deed.Kind.FIRING, mark, fired));
        if (fired == ACKNOWLEDGED && random.nextInt(3) > 0) {
            Thread.sleep(random.nextInt(1_000));
            var over = told(problem.ends(), random);
            problem.marks().forEach(mark -> deeds.add(Deed.Kind.OVER, mark, over));
        }
    }

    private Deed.End told(Problem.Message message, Random random) throws InterruptedException {
        var patient = random.nextInt(8) > 0;
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!accepted(message, random)) {
            if (!patient || System.nanoTime() > end) {
                return UNKNOWN;
            }
            Thread.sleep(200 + random.nextInt(600));
        }
        if (random.nextInt(10) == 0) {
            // Some repeat themselves although they were heard.
            accepted(message, random);
        }
        return ACKNOWLEDGED;
    }

    private boolean accepted(Problem.Message message, Random random) throws InterruptedException {
        var to = replicas.get(random.nextInt(replicas.size()));
        var request = HttpRequest.newBuilder(URI.create(to.url() + message.path()))
                .timeout(PATIENCE)
                .header(message.header(), message.proof())
                .POST(HttpRequest.BodyPublishers.ofString(message.body()))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202;
        } catch (IOException notHeard) {
            return false;
        }
    }
}
