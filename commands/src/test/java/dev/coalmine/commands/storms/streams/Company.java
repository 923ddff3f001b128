package dev.coalmine.commands.storms.streams;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who launches and what is watched somewhere, as a seed would have it. */
final class Company {

    private static final List<String> AUTOMATED = List.of(
            "auto-crane",
            "batch",
            "edge-roll",
            "ci-runners",
            "asg-web",
            "asg-api",
            "spark-nightly",
            "karpenter",
            "gpu-pool",
            "render-farm",
            "db-replicas",
            "cache-fill",
            "preview-envs",
            "loadgen",
            "canary-deploys",
            "etl");
    private static final List<String> BY_HAND = List.of("console", "ops-cli", "by-hand", "terraform-laptops");
    private static final List<String> SERVICES = List.of(
            "checkout",
            "search",
            "payments",
            "login",
            "cart",
            "mail",
            "billing",
            "catalog",
            "images",
            "reports",
            "gateway",
            "inventory",
            "ledger",
            "queue",
            "recommend",
            "shipping",
            "tax",
            "users",
            "video",
            "webhooks",
            "dns",
            "postgres",
            "redis",
            "kafka",
            "vault",
            "ingress",
            "storage",
            "metrics",
            "sessions",
            "quota");
    private static final List<String> ZONES = List.of("a", "b", "c", "d");
    private static final List<String> TYPES =
            List.of("m6i.large", "c7g.xlarge", "r6a.2xlarge", "t3.medium", "g5.xlarge");
    private static final List<String> REGIONS = List.of("eu-central-1", "us-east-1", "ap-south-1");

    private final Chance chance;
    private final List<String> freeLaunchers;
    private final List<String> freeServices;
    private final List<Launcher> launchers = new ArrayList<>();
    private final List<AlertService> services = new ArrayList<>();

    Company(Chance chance) {
        this.chance = chance;
        this.freeLaunchers = new ArrayList<>(chance.some(AUTOMATED, AUTOMATED.size()));
        this.freeServices = new ArrayList<>(chance.some(SERVICES, SERVICES.size()));
        var automated = chance.between(4, 9);
        for (var i = 0; i < automated; i++) {
            launchers.add(automatedLauncher());
        }
        for (var name : chance.some(BY_HAND, chance.between(1, 3))) {
            launchers.add(byHand(name));
        }
        var watched = chance.between(8, 24);
        for (var i = 0; i < watched; i++) {
            services.add(service());
        }
    }

    List<Launcher> launchers() {
        return launchers;
    }

    List<AlertService> services() {
        return services;
    }

    /** A launcher that was not there before; it is not among {@link #launchers()}. */
    Launcher automatedLauncher() {
        var rhythm = chance.pick(List.of(
                Rhythm.STEADY,
                Rhythm.EVERY_FIVE_MINUTES,
                Rhythm.EVERY_FIVE_MINUTES,
                Rhythm.WITH_TRAFFIC,
                Rhythm.HOURLY));
        var perHour = Math.clamp(chance.around(9, 0.8), 2, 60);
        var unknown = chance.happens(0.12);
        return launcher(freeLaunchers.removeFirst(), unknown ? null : Boolean.TRUE, rhythm, perHour);
    }

    /** A service that was not there before; it is not among {@link #services()}. */
    AlertService service() {
        var texts = chance.happens(0.12) ? Texts.NONE : Texts.ofService(chance);
        return new AlertService(
                freeServices.removeFirst(),
                Math.clamp(chance.around(0.12, 1), 0.01, 1.5),
                chance.happens(0.06) ? 0 : chance.between(2, 60),
                chance.between(0.0, 0.25),
                chance.factorBetween(2, 60),
                chance.pick(REGIONS),
                texts);
    }

    /** The share that fails on usual days: of many next to nothing, of some up to an eighth. */
    double failureRate() {
        if (chance.happens(0.35)) {
            return chance.between(0.0, 0.01);
        }
        return chance.happens(0.6) ? chance.between(0.01, 0.05) : chance.between(0.05, 0.12);
    }

    private Launcher byHand(String name) {
        return launcher(name, Boolean.FALSE, Rhythm.WORKING_HOURS, chance.factorBetween(0.5, 4));
    }

    private Launcher launcher(String name, @Nullable Boolean automated, Rhythm rhythm, double perHour) {
        var zones = chance.some(ZONES, chance.between(2, 3)).stream()
                .map(chance.pick(REGIONS)::concat)
                .toList();
        return new Launcher(
                name,
                automated,
                Boolean.TRUE.equals(automated) && chance.happens(0.15) ? chance.between(0.02, 0.1) : 0,
                rhythm,
                perHour,
                failureRate(),
                chance.happens(0.5) ? 0 : chance.between(0.0, 0.003),
                chance.happens(0.75),
                chance.factorBetween(30, 300),
                chance.happens(0.5) ? 0 : chance.between(0.3, 0.9),
                chance.happens(0.5),
                chance.happens(0.04) ? Launcher.Naming.NOT_AT_ALL : chance.pick(named()),
                zones,
                images(),
                chance.some(TYPES, chance.between(1, 3)),
                chance.happens(0.12) ? Texts.NONE : Texts.ofLauncher(chance));
    }

    private List<String> images() {
        var images = new ArrayList<String>();
        for (var i = chance.between(1, 3); i > 0; i--) {
            images.add("ami-" + chance.hex(8));
        }
        return images;
    }

    private static List<Launcher.Naming> named() {
        return List.of(Launcher.Naming.COUNTED, Launcher.Naming.INSTANCE, Launcher.Naming.FROM_A_POOL);
    }
}
