package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.commands.storms.detector.Signal.Kind;
import dev.coalmine.commands.storms.detector.Signal.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Days of quite another company than {@link Simulation} knows, with rates, texts and breakages of its own, so that what only
 * fits that one shows. All is drawn beforehand: who launches when, who alerts, then what breaks.
 */
final class Elsewhere implements MadeUp {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long TUESDAY = 20_600 * DAY;
    private static final int HISTORY = 8;
    private static final List<String> SYLLABLES =
            List.of("ka", "lo", "mi", "ter", "van", "su", "ro", "ne", "plex", "dor", "ti", "gra", "fen", "ul", "bo");

    private final SplittableRandom random;
    private final Variation variation;
    private final List<Machine> machines = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Toll> tolls = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    private final Map<String, Long> clocks = new HashMap<>();
    private final long evaluated = TUESDAY + HISTORY * DAY;
    private final long end = evaluated + Stage.EVALUATED_DAYS * DAY;
    private final Style style;
    private long lateFrom;
    private long lateTo;
    private Iterator<Signal> told;

    /** How failures are told. */
    private enum Style {
        SENTENCES,
        NOTHING,
        UNIQUE,
        ONE
    }

    /**
     * Launches hosts in groups.
     *
     * @param every the time between groups; by chance if {@code regular} is not set
     * @param hosts in a group
     * @param pool how many host names there are; 0 if each is new, −1 if they have none
     */
    private record Machine(
            String name,
            @Nullable Boolean automated,
            long every,
            boolean regular,
            int hosts,
            double fails,
            int pool,
            double minutes,
            boolean starts,
            String frame,
            List<String> causes,
            long since) {}

    /** A service, with what it says; clumps is how probably another of its hosts follows. */
    private record Watched(String name, double perDay, int hosts, double clumps, List<String> says) {}

    private record Trouble(
            Machine machine,
            long from,
            long to,
            double share,
            @Nullable String cause,
            boolean hangs,
            Toll toll) {}

    Elsewhere(Variation variation, long seed) {
        this.random = new SplittableRandom(seed * 7_919 + variation.name().hashCode());
        this.variation = variation;
        this.style = style();
        settle();
        happen();
        machines.forEach(this::work);
        watched.forEach(this::watch);
        signals.sort(Comparator.comparingLong(Signal::received));
        this.told = signals.iterator();
    }

    @Override
    public long begin() {
        return TUESDAY;
    }

    @Override
    public long evaluated() {
        return evaluated;
    }

    @Override
    public List<TrueStorm> storms() {
        return tolls.stream().map(Toll::storm).toList();
    }

    @Override
    public boolean hasNext() {
        return told.hasNext();
    }

    @Override
    public Signal next() {
        return told.next();
    }

    private Style style() {
        return switch (variation) {
            case WORDLESS -> Style.NOTHING;
            case UNIQUE_TEXTS, CALM_WITH_UNIQUE_TEXTS -> Style.UNIQUE;
            case ALWAYS_THE_SAME_TEXT -> Style.ONE;
            default -> random.nextInt(5) == 0 ? Style.NOTHING : Style.SENTENCES;
        };
    }

    private void settle() {
        for (var n = between(2, 14); n > 0; n--) {
            machines.add(machine("m" + n + word(), usualFails(), TUESDAY));
        }
        if (random.nextBoolean()) {
            machines.add(byHand());
        }
        var services =
                variation == Variation.CALM_MONITORS || variation == Variation.MONITORS_DOWN ? 50 : between(4, 30);
        for (var n = services; n > 0; n--) {
            watched.add(service(n, services == 50));
        }
    }

    private double usualFails() {
        return switch (variation) {
            case CALM_AND_SELDOM_FAILING, SELDOM_FAILING -> 0.003;
            case CALM_AND_OFTEN_FAILING, OFTEN_FAILING -> factor(0.1, 0.4);
            default -> factor(0.003, 0.15);
        };
    }

    private Machine machine(String name, double fails, long since) {
        var regular = random.nextInt(3) > 0;
        var every = regular ? 5 * MINUTE * (1L << between(0, 4)) : (long) (factor(2, 60) * MINUTE);
        return new Machine(
                name,
                random.nextInt(8) == 0 ? null : true,
                every,
                regular,
                between(1, 5),
                fails,
                pool(),
                factor(0.3, 6),
                random.nextBoolean(),
                random.nextBoolean() ? word() + " %s " + word() + ": %s" : "*%s* %s",
                causes(between(1, 6)),
                since);
    }

    private int pool() {
        return switch (variation) {
            case NAMELESS_HOSTS -> -1;
            case FEW_HOSTS_AGAIN_AND_AGAIN -> between(25, 80);
            default -> random.nextInt(3) == 0 ? between(200, 2_000) : 0;
        };
    }

    private Machine byHand() {
        return new Machine(
                "people", false, between(20, 200) * MINUTE, false, 1, 0.04, 0, 3, true, "%s: %s", causes(3), TUESDAY);
    }

    private Watched service(int n, boolean monitor) {
        return monitor
                ? new Watched("monitor-" + n, factor(0.02, 0.4), 1, 0, List.of("{host} is down"))
                : new Watched(
                        "s" + n + word(),
                        factor(0.1, 20),
                        between(3, 50),
                        variation == Variation.CALM_ALERTS_IN_CLUMPS ? 0.5 : random.nextDouble() * 0.3,
                        style == Style.NOTHING ? List.of() : causes(2));
    }

    private List<String> causes(int count) {
        var causes = new ArrayList<String>();
        for (var n = 0; n < count; n++) {
            causes.add(sentence(between(3, 8)));
        }
        return causes;
    }

    private String sentence(int words) {
        var sentence = new StringBuilder();
        for (var n = 0; n < words; n++) {
            sentence.append(n == 0 ? "" : " ").append(random.nextInt(6) == 0 ? "{n}" : word());
        }
        return sentence.toString();
    }

    private String word() {
        return syllable() + syllable() + (random.nextBoolean() ? syllable() : "");
    }

    private String syllable() {
        return SYLLABLES.get(random.nextInt(SYLLABLES.size()));
    }

    private void happen() {
        smallTrouble();
        var at = evaluated + between(0, 2) * DAY + between(60, 900) * MINUTE;
        switch (variation) {
            case CALM_AND_SELDOM_FAILING, CALM_AND_OFTEN_FAILING, CALM_WITH_UNIQUE_TEXTS, CALM_ALERTS_IN_CLUMPS -> {}
            case CALM_MONITORS -> monitorsNowAndThen();
            case GROWING_NIGHTS -> nights();
            case FIVE_HOSTS_EVERY_FIVE_MINUTES -> machines.add(steady(0.08));
            case HUGE_DEPLOYS -> deploys();
            case LATE_IN_ONE_GO -> late(at);
            case FLAPPING_AND_RETRIED -> flaps(at);
            case KEY_MOVED -> keyMoves(at);
            case ONE_SERVICE -> alerts(at, 1, between(10, 40));
            case MANY_SERVICES -> alerts(at, Math.min(watched.size(), between(5, 20)), between(14, 60));
            case MONITORS_DOWN -> {
                monitorsNowAndThen();
                alerts(at, between(8, 30), 0);
            }
            case TWO_UNRELATED -> {
                breaks(machines.get(0), at, 1);
                breaks(machines.get(1), at + between(35, 60) * MINUTE, 1);
            }
            case BACK_AFTER_HOURS -> {
                breaks(machines.getFirst(), at, 1);
                breaks(machines.getFirst(), at + between(150, 300) * MINUTE, 1);
            }
            case FEW_LAUNCHES -> breaks(seldom(), at, 1);
            case ONLY_SOME_FAIL -> breaks(machines.getFirst(), at, 0.35);
            case NEWCOMER -> breaks(newcomer(at), at, 1);
            default -> breaks(machines.getFirst(), at, 1);
        }
    }

    /** Two or three hosts in a row, which say the same: nobody's storm. */
    private void smallTrouble() {
        for (var n = between(0, 12); n > 0; n--) {
            var machine = machines.get(random.nextInt(machines.size()));
            var from = TUESDAY + random.nextLong(end - TUESDAY);
            for (var host = between(1, 3); host > 0; host--) {
                ends(
                        machine,
                        from + between(0, 240) * SECOND,
                        true,
                        machine.causes().getFirst(),
                        null);
            }
        }
        for (var n = between(0, 10); n > 0; n--) {
            var from = TUESDAY + random.nextLong(end - TUESDAY);
            for (var together = between(2, 3); together > 0; together--) {
                var service = watched.get(random.nextInt(watched.size()));
                fires(service, from + between(0, 120) * SECOND, between(1, service.hosts()), null, null);
            }
        }
    }

    private Machine steady(double fails) {
        return new Machine(
                "auto", true, 5 * MINUTE, true, 5, fails, 0, 2, true, "provisioning %s failed: %s", causes(3), TUESDAY);
    }

    private Machine seldom() {
        var seldom = new Machine("seldom", true, 6 * HOUR, false, 2, 0.02, 0, 3, true, "%s %s", causes(2), TUESDAY);
        machines.add(seldom);
        return seldom;
    }

    private Machine newcomer(long at) {
        var newcomer = machine("newcomer", 0.01, at - between(0, 90) * MINUTE);
        machines.add(newcomer);
        return newcomer;
    }

    private void nights() {
        var machine = machines.getFirst();
        var hosts = 12.0;
        var fails = 0.08 + random.nextDouble() * 0.2;
        for (var night = TUESDAY + 2 * HOUR; night < end; night += DAY) {
            for (var n = 0; n < hosts; n++) {
                var failed = random.nextDouble() < fails;
                ends(machine, night + random.nextLong(10 * MINUTE), failed, null, null);
            }
            hosts *= 1.12;
        }
    }

    private void deploys() {
        for (var day = TUESDAY; day < end; day += DAY) {
            var machine = machines.get(random.nextInt(machines.size()));
            var from = day + between(8, 18) * HOUR;
            for (var n = between(150, 900); n > 0; n--) {
                launches(machine, from + random.nextLong(8 * MINUTE));
            }
        }
    }

    private void late(long at) {
        lateFrom = at;
        lateTo = at + 25 * MINUTE;
    }

    private void flaps(long at) {
        var service = watched.getFirst();
        for (var n = 0; n < 200; n++) {
            fires(service, at + n * 4 * MINUTE, 1, null, null);
        }
        var host = machines.getFirst().name() + "-x1";
        for (var n = 0; n < 300; n++) {
            tell(
                    Kind.LAUNCH,
                    machines.getFirst().name(),
                    true,
                    host,
                    Outcome.FAILED,
                    "again",
                    at + n * 20 * SECOND,
                    null);
        }
    }

    private void monitorsNowAndThen() {
        for (var day = TUESDAY; day < end; day += DAY) {
            var from = day + random.nextLong(DAY);
            for (var n = between(1, 3); n > 0; n--) {
                var service = watched.get(random.nextInt(watched.size()));
                fires(service, from + between(0, 300) * SECOND, 1, null, null);
            }
        }
    }

    private void keyMoves(long at) {
        machines.add(steady(0.02));
        var toll = toll(true);
        var cause = sentence(7);
        for (var machine : machines) {
            troubles.add(new Trouble(machine, at, at + 45 * MINUTE, 0.97, cause, false, toll));
        }
        for (var machine : machines.subList(Math.max(0, machines.size() - 3), machines.size())) {
            for (var n = between(3, 8); n > 0; n--) {
                launches(machine, at + random.nextLong(40 * MINUTE));
            }
        }
    }

    private void breaks(Machine machine, long at, double share) {
        var lasts = between(8, 50) * MINUTE;
        var hangs = variation == Variation.NOTHING_EVER_ENDS;
        var cause = style == Style.SENTENCES && random.nextInt(4) > 0 ? sentence(6) : null;
        troubles.add(new Trouble(
                machine, at, at + lasts, share * (0.85 + 0.15 * random.nextDouble()), cause, hangs, toll(false)));
        for (var n = (int) (between(14, 60) / share); n > 0; n--) {
            launches(machine, at + random.nextLong(lasts));
        }
    }

    /** @param failures in all; 0 if one of each */
    private void alerts(long at, int services, int failures) {
        var toll = toll(false);
        var span = between(2, 12) * MINUTE;
        var cause = random.nextBoolean() ? sentence(5) : null;
        var first = random.nextInt(watched.size());
        for (var n = 0; n < Math.max(services, failures); n++) {
            var service = watched.get((first + n % services) % watched.size());
            fires(service, at + random.nextLong(span), 1 + n / services, cause, toll);
        }
    }

    private Toll toll(boolean shared) {
        var toll = new Toll(shared, false);
        tolls.add(toll);
        return toll;
    }

    private void work(Machine machine) {
        for (var at = machine.since() + random.nextLong(machine.every()); at < end; ) {
            for (var n = 0; n < machine.hosts(); n++) {
                launches(machine, at + random.nextLong(20 * SECOND));
            }
            at += machine.regular() ? machine.every() : (long) (-machine.every() * Math.log(1 - random.nextDouble()));
        }
    }

    private void launches(Machine machine, long at) {
        var takes = (long) (machine.minutes() * MINUTE * (0.6 + 0.8 * random.nextDouble()));
        var host = host(machine);
        if (machine.starts()) {
            tell(Kind.LAUNCH, machine.name(), machine.automated(), host, Outcome.STARTED, null, at, null);
        }
        for (var trouble : troubles) {
            if (trouble.machine() == machine
                    && at >= trouble.from()
                    && at < trouble.to()
                    && random.nextDouble() < trouble.share()) {
                if (trouble.hangs() && machine.starts()) {
                    var overdue = at + Math.max(10 * MINUTE, (long) (1.5 * machine.minutes() * MINUTE));
                    trouble.toll()
                            .add(new Casualty(
                                    Kind.LAUNCH, machine.name(), host, at, shown(machine.name(), at), overdue, true));
                    return;
                }
                var cause = trouble.cause() == null ? machine.causes().getFirst() : trouble.cause();
                ends(machine, host, at + takes / 2, true, cause, trouble.toll());
                return;
            }
        }
        ends(machine, host, at + takes, random.nextDouble() < machine.fails(), null, null);
    }

    private @Nullable String host(Machine machine) {
        if (machine.pool() < 0) {
            return null;
        }
        return machine.name() + "-x" + random.nextInt(1, machine.pool() == 0 ? 10_000_000 : machine.pool());
    }

    private void ends(Machine machine, long at, boolean failed, @Nullable String cause, @Nullable Toll toll) {
        ends(machine, host(machine), at, failed, cause, toll);
    }

    private void ends(
            Machine machine,
            @Nullable String host,
            long at,
            boolean failed,
            @Nullable String cause,
            @Nullable Toll toll) {
        var why = cause == null
                ? machine.causes().get(random.nextInt(machine.causes().size()))
                : cause;
        var text = failed ? said(machine.frame(), host, why) : null;
        tell(
                Kind.LAUNCH,
                machine.name(),
                machine.automated(),
                host,
                failed ? Outcome.FAILED : Outcome.SUCCEEDED,
                text,
                at,
                toll);
    }

    private @Nullable String said(String frame, @Nullable String host, String cause) {
        return switch (style) {
            case NOTHING -> null;
            case ONE -> "launch failed";
            case UNIQUE -> sentence(9) + " " + word();
            case SENTENCES -> frame.formatted(host, cause.replace("{n}", "" + random.nextInt(10_000)));
        };
    }

    private void watch(Watched service) {
        for (var at = TUESDAY + wait(service); at < end; at += wait(service)) {
            var host = between(1, service.hosts());
            fires(service, at, host, null, null);
            while (random.nextDouble() < service.clumps()) {
                fires(service, at + between(0, 90) * SECOND, host = 1 + host % service.hosts(), null, null);
            }
        }
    }

    private long wait(Watched service) {
        return (long) (-DAY / service.perDay() * Math.log(1 - random.nextDouble()));
    }

    private void fires(Watched service, long at, int host, @Nullable String cause, @Nullable Toll toll) {
        var entity = service.name() + "/" + host;
        var says = cause != null
                ? cause
                : service.says().isEmpty()
                        ? null
                        : service.says().get(host % service.says().size());
        var text = says == null || style == Style.NOTHING
                ? null
                : says.replace("{host}", entity).replace("{n}", "" + host);
        tell(Kind.ALERT, service.name(), null, entity, Outcome.FIRING, text, at, toll);
        tell(Kind.ALERT, service.name(), null, entity, Outcome.RESOLVED, null, at + between(60, 1_800) * SECOND, null);
    }

    private void tell(
            Kind kind,
            String source,
            @Nullable Boolean automated,
            @Nullable String entity,
            Outcome outcome,
            @Nullable String text,
            long at,
            @Nullable Toll toll) {
        var copies = variation == Variation.TWICE_AND_OUT_OF_ORDER ? between(1, 3) : 1;
        var first = Long.MAX_VALUE;
        for (var n = 0; n < copies; n++) {
            var received = arrives(at);
            first = Math.min(first, received);
            signals.add(
                    new Signal(shown(source, at), received, kind, source, automated, entity, outcome, text, Map.of()));
        }
        if (toll != null) {
            // Where hosts have no names each failure is one of its own.
            var named = entity == null ? "" + at : entity;
            toll.add(new Casualty(kind, source, named, at, shown(source, at), first, false));
        }
    }

    private long arrives(long at) {
        var usual = at
                + between(100, 3_000)
                + (variation == Variation.TWICE_AND_OUT_OF_ORDER ? between(0, 60) * SECOND : 0);
        return usual >= lateFrom && usual < lateTo ? lateTo + between(0, 2_000) : usual;
    }

    private long shown(String source, long at) {
        return variation == Variation.WRONG_CLOCKS
                ? at + clocks.computeIfAbsent(source, _ -> between(-240, 240) * SECOND)
                : at;
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private double factor(double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }
}
