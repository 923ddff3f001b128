package dev.coalmine.bot.campaign;

import static dev.coalmine.bot.campaign.Deed.End.ACKNOWLEDGED;
import static dev.coalmine.bot.campaign.Deed.End.REFUSED;
import static dev.coalmine.bot.campaign.Deed.End.UNKNOWN;

import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.Reply;
import dev.coalmine.sandbox.script.Script;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The team at work: each of them asks, reads the answer and writes down what they were promised. */
final class People {

    private static final List<String> NAMES = List.of("alice", "bob", "carol", "dan", "erin");
    private static final List<String> ROLES = List.of("deputy", "scribe", "operations", "observer");
    private static final List<String> STAGES = List.of("investigating", "identified", "mitigated", "resolved");
    private static final Pattern DECLARED =
            Pattern.compile("Declared incident (\\d+),.*`#(inc-[^`]+)`", Pattern.DOTALL);
    private static final int MOST_INCIDENTS = 30;
    private static final int RECENT = 6;
    private static final int ID = 10;

    private final Script slack;
    private final Deeds deeds;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final List<Known> incidents = new CopyOnWriteArrayList<>();
    private final Set<String> furnished = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads;

    /** An incident as those who declared it know it. */
    private record Known(long number, String channel) {}

    private People(Script slack, Deeds deeds, long seed) {
        this.slack = slack;
        this.deeds = deeds;
        this.threads = IntStream.range(0, NAMES.size())
                .mapToObj(i -> Thread.ofVirtual()
                        .unstarted(() -> work(new Person(slack.as(NAMES.get(i)), new Random(seed * 31 + i)))))
                .toList();
    }

    static People atWork(Script slack, Deeds deeds, long seed) {
        var people = new People(slack, deeds, seed);
        people.threads.forEach(Thread::start);
        return people;
    }

    /** Lets everybody finish what they are at. */
    void stop() throws InterruptedException {
        going.set(false);
        for (var thread : threads) {
            thread.join();
        }
    }

    private void work(Person person) {
        try {
            while (going.get()) {
                person.doesSomething();
                // Whoever gets no answer tries something else a little later.
                Thread.sleep(person.answered ? 20 + person.random.nextInt(200) : 500);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** What Slack shows instead of an answer says that nobody knows; so does one that never came. */
    private static Deed.End end(Reply reply, String promise) {
        var text = reply.text();
        if (text.contains(promise)) {
            return ACKNOWLEDGED;
        }
        var unknown = text.isBlank() || reply.json().has("failure") || text.contains("cannot be written right now");
        return unknown ? UNKNOWN : REFUSED;
    }

    /** One of the team, with their own dice. */
    private final class Person {

        private final Actor actor;
        private final Random random;
        private boolean answered = true;

        Person(Actor actor, Random random) {
            this.actor = actor;
            this.random = random;
        }

        void doesSomething() {
            var dice = random.nextInt(100);
            if (incidents.isEmpty() || dice < 8 && incidents.size() < MOST_INCIDENTS) {
                declares();
                return;
            }
            var incident = recent();
            switch (dice / 8) {
                case 0, 1, 2, 3 -> notes(incident);
                case 4 -> renames(incident);
                case 5, 6 -> rates(incident);
                case 7 -> moves(incident);
                case 8 -> takesRole(incident);
                case 9 -> presses(incident);
                case 10 -> mentions(incident);
                default -> marks(incident);
            }
        }

        private Known recent() {
            var all = List.copyOf(incidents);
            return all.get(Math.max(0, all.size() - 1 - random.nextInt(RECENT)));
        }

        private void declares() {
            var mark = deeds.mark("declared");
            var reply = asks(Deed.Kind.DECLARE, mark, "Declared incident", "declare sev:2 %s is down".formatted(mark));
            var known = DECLARED.matcher(reply);
            if (known.find()) {
                incidents.add(new Known(Long.parseLong(known.group(1)), known.group(2)));
            }
        }

        private void notes(Known incident) {
            var mark = deeds.mark("note");
            asks(Deed.Kind.NOTE, mark, "Entry", "#%d note %s".formatted(incident.number, mark));
        }

        private void renames(Known incident) {
            var mark = deeds.mark("title");
            asks(Deed.Kind.TITLE, mark, "is now called", "#%d title %s".formatted(incident.number, mark));
        }

        private void moves(Known incident) {
            var mark = deeds.mark("stage");
            var stage = STAGES.get(random.nextInt(STAGES.size()));
            var promise = "Incident %d is %s".formatted(incident.number, stage);
            asks(Deed.Kind.STAGE, mark, promise, "#%d stage %s %s".formatted(incident.number, stage, mark));
        }

        private void rates(Known incident) {
            var severity = "SEV-" + (1 + random.nextInt(4));
            asks(
                    Deed.Kind.SEVERITY,
                    "#%d Severity is now %s".formatted(incident.number, severity),
                    "is %s now".formatted(severity),
                    "#%d severity %s".formatted(incident.number, severity));
        }

        private void takesRole(Known incident) {
            var role = ROLES.get(random.nextInt(ROLES.size()));
            asks(
                    Deed.Kind.ROLE,
                    "#%d <@%s> is %s.".formatted(incident.number, id(), role),
                    "is %s of incident".formatted(role),
                    "#%d role %s".formatted(incident.number, role));
        }

        private String id() {
            return "U0%s00000".formatted(actor.name().toUpperCase(Locale.ROOT)).substring(0, ID);
        }

        private String asks(Deed.Kind kind, String mark, String promise, String command) {
            try {
                var reply = actor.types("general", "/incident " + command);
                var end = end(reply, promise);
                answered = end != UNKNOWN;
                deeds.add(kind, mark, end);
                return reply.text();
            } catch (AssertionError | RuntimeException noAnswer) {
                answered = false;
                deeds.add(kind, mark, UNKNOWN);
                return "";
            }
        }

        /** The button under the question for a commander. */
        private void presses(Known incident) {
            inChannel(incident, () -> slack.channel(incident.channel)
                            .message("I take command")
                            .ts())
                    .ifPresent(ts -> deeds.add(
                            Deed.Kind.ROLE,
                            "#%d <@%s> is commander.".formatted(incident.number, id()),
                            pressed(incident, ts)));
        }

        private Deed.End pressed(Known incident, String ts) {
            try {
                return end(actor.clicks(incident.channel, ts, "I take command"), "You command incident");
            } catch (AssertionError | RuntimeException noAnswer) {
                return UNKNOWN;
            }
        }

        /** A command in a message: Slack tells of it until it is acknowledged, so it is as good as promised. */
        private void mentions(Known incident) {
            var mark = deeds.mark("mention");
            inChannel(incident, () -> actor.says(incident.channel, "@coalmine note " + mark))
                    .ifPresent(_ -> deeds.add(Deed.Kind.MENTION, mark, ACKNOWLEDGED));
        }

        /** A message, its mark, and now and then a change of it. */
        private void marks(Known incident) {
            var mark = deeds.mark("message");
            inChannel(incident, () -> actor.says(incident.channel, mark + " before"))
                    .ifPresent(ts -> {
                        actor.reacts(incident.channel, ts, "pushpin");
                        deeds.add(Deed.Kind.CAPTURE, mark, ACKNOWLEDGED);
                        if (random.nextBoolean()) {
                            actor.edits(incident.channel, ts, mark + " after");
                            deeds.add(Deed.Kind.EDIT, mark + " after", ACKNOWLEDGED);
                        }
                    });
        }

        /** Nothing while nobody can be expected to be in its channel. */
        private Optional<String> inChannel(Known incident, Supplier<String> work) {
            try {
                if (!isFurnished(incident.channel)) {
                    return Optional.empty();
                }
                actor.joins(incident.channel);
                return Optional.of(work.get());
            } catch (AssertionError | RuntimeException refused) {
                return Optional.empty();
            }
        }
    }

    /** Once its card stands in it; before that nobody has been invited. */
    private boolean isFurnished(String channel) {
        return furnished.contains(channel)
                || slack.channel(channel).find(it -> it.json().has("metadata")).isPresent() && furnished.add(channel);
    }
}
