package dev.coalmine.bot.webhooks;

import com.sun.management.OperatingSystemMXBean;
import dev.coalmine.commands.launches.AlertSignals;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.signals.SignalLog;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures how many alerts in a second become signals, while nothing else is going on: a main program, as it takes long
 * and asserts nothing. Arguments: how many rows, how many alerts in each, and settings such as another database.
 */
final class SignalRate {

    private static final int AT_ONCE = 1_000;
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private SignalRate() {}

    public static void main(String[] args) throws Exception {
        var rows = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        var alerts = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        var settings = Stream.of(args).skip(2).toArray(String[]::new);
        try (var application = HookApplication.start("rate", settings)) {
            application.getBeansOfType(AlertLogReader.class).values().forEach(AlertLogReader::stop);
            var log = application.getBean(AlertLog.class);
            fill(log, rows, alerts);
            measure(application.getBean("stormsReader", AlertLogReader.class), log, rows * alerts);
            System.out.println(
                    "signals: " + application.getBean(SignalLog.class).end());
        }
    }

    private static void fill(AlertLog log, int rows, int alerts) throws Exception {
        for (var row = 0; row < rows; row += AT_ONCE) {
            var waiting = new ArrayList<CompletableFuture<Long>>();
            for (var n = 0; n < AT_ONCE && row + n < rows; n++) {
                waiting.add(log.append("generic", null, Instant.now(), body(row + n, alerts)));
            }
            CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get();
        }
    }

    private static String body(int row, int alerts) {
        var list = Json.object().putArray("list");
        for (var n = 0; n < alerts; n++) {
            var alert = Json.object()
                    .put("key", "%d-%d".formatted(row, n))
                    .put("title", "Checkout answers with errors on h-%d".formatted(n))
                    .put("service", "service-%d".formatted(row % 50))
                    .put("severity", "critical")
                    .put("link", "https://prometheus.example.com/graph?g0.expr=up");
            alert.putObject("labels")
                    .put("alertname", "HighErrorRate")
                    .put("instance", "h-%d-%d.example.com:9100".formatted(row, n))
                    .put("zone", "eu-1a")
                    .put("image", "debian-13")
                    .put("cluster", "blue");
            list.add(alert);
        }
        return list.toString();
    }

    private static void measure(AlertLogReader reader, AlertLog log, int alerts) throws InterruptedException {
        var cpu = cpu();
        var began = System.nanoTime();
        reader.start();
        while (log.backlog(AlertSignals.READER).rows() > 0) {
            Thread.sleep(50);
        }
        var seconds = (System.nanoTime() - began) / SECOND;
        var busy = (cpu() - cpu) / SECOND;
        System.out.printf(
                "%d alerts in %.1f s: %.0f per second, %.0f per second of one core%n",
                alerts, seconds, alerts / seconds, alerts / busy);
    }

    /** Of the whole process: what counts where others keep the machine busy. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
