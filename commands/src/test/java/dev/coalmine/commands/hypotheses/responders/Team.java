package dev.coalmine.commands.hypotheses.responders;

import dev.coalmine.commands.hypotheses.inquiry.BestTest;
import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Expects;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.HypothesisTest.Outcome;
import dev.coalmine.storage.hypotheses.HypothesisTest.Risk;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.hypotheses.Symptoms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A team at work on one incident, with the board as Coalmine keeps it: its ranking, and its choice of the best test. */
final class Team {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
    private static final String TEAM = "U0TEAM";
    private static final int LONGEST = 8 * 60;
    private static final int GAP = 15;

    private final World world;
    private final Habits habits;
    private final Random chance;
    private final List<Hypothesis> hypotheses = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<HypothesisTest> looks = new ArrayList<>();
    private int minute;
    private int tests;
    private int asked;
    private int unheeded;
    private int mayAskFrom = 5;

    Team(World world, Habits habits, long seed) {
        this.world = world;
        this.habits = habits;
        this.chance = new Random(seed);
    }

    /**
     * What it took.
     *
     * @param minutes until the true cause led with fewer contradictions than any other; at most eight hours
     * @param asked how many questions Coalmine asked
     */
    record Took(int minutes, int tests, int asked, boolean found) {}

    Took works() {
        thinksOfAnother();
        while (minute < LONGEST && !truthLeads()) {
            if (!isAsked()) {
                var look = chance.nextDouble() < habits.confirms() ? confirming() : anything();
                if (look < 0) {
                    minute += 10;
                } else {
                    tries(look, chance.nextDouble() < habits.compares());
                }
            }
            wonders();
        }
        return new Took(minute, tests, asked, truthLeads());
    }

    /** With anything on record that tells it from the others, or it would only be a guess that came first. */
    private boolean truthLeads() {
        var inquiry = inquiry();
        var live = inquiry.live();
        return live.size() > 1
                && live.getFirst().number() == number(world.truth())
                && inquiry.score(live.get(0)).inconsistency()
                        < inquiry.score(live.get(1)).inconsistency();
    }

    /** Coalmine asks what else it could be, or proposes the test that tells the two leading ones apart. */
    private boolean isAsked() {
        if (habits.obeys() == 0 || minute < mayAskFrom) {
            return false;
        }
        var best = BestTest.of(inquiry());
        if (hypotheses.size() > 1 && best.isEmpty()) {
            return false;
        }
        asked++;
        var obeys = chance.nextDouble() < habits.obeys();
        unheeded = obeys ? 0 : unheeded + 1;
        mayAskFrom = minute + (GAP << Math.min(4, unheeded / 2));
        if (!obeys) {
            return false;
        }
        if (hypotheses.size() == 1) {
            thinksOfAnother();
            return false;
        }
        tries(best.orElseThrow().test().number() - 1, true);
        return true;
    }

    private void wonders() {
        if (chance.nextDouble() < habits.wonders()) {
            thinksOfAnother();
        }
    }

    private void thinksOfAnother() {
        if (hypotheses.size() < world.ideas().size()) {
            var idea = world.ideas().get(hypotheses.size());
            hypotheses.add(new Hypothesis(1, number(idea), "cause " + idea, null, TEAM, null, now(), now()));
            predicts(idea);
        }
    }

    /** What it would show is said when it is proposed, of three looks in four. */
    private void predicts(int idea) {
        if (looks.isEmpty()) {
            IntStream.range(0, World.LOOKS)
                    .mapToObj(
                            it -> new HypothesisTest(1, it + 1, "look " + it, Risk.READ_ONLY, world.minutes(it), now()))
                    .forEach(looks::add);
        }
        looks.stream()
                .filter(it -> it.open() && chance.nextDouble() < 0.75)
                .forEach(it -> it.predict(number(idea), world.shows(idea, it.number() - 1) ? Expects.YES : Expects.NO));
    }

    /** Something that the favourite lets one see: mostly it will be there, whatever is the cause. */
    private int confirming() {
        var favourite = world.ideas().getFirst();
        return open().stream()
                .filter(it -> world.shows(favourite, it))
                .findFirst()
                .orElseGet(this::anything);
    }

    private int anything() {
        var open = open();
        return open.isEmpty() ? -1 : open.get(chance.nextInt(open.size()));
    }

    private List<Integer> open() {
        return looks.stream()
                .filter(HypothesisTest::open)
                .map(it -> it.number() - 1)
                .toList();
    }

    private void tries(int look, boolean compares) {
        minute += world.minutes(look);
        tests++;
        var seen = world.look(look);
        looks.get(look).finish(seen ? Outcome.SEEN : Outcome.NOT_SEEN, "", TEAM, now());
        var piece = new Evidence(
                1, evidence.size() + 1, Evidence.Kind.TEST_RESULT, "look " + look, null, TEAM, TEAM, now(), now());
        for (var n = 0; n < hypotheses.size(); n++) {
            var idea = world.ideas().get(n);
            var fits = world.shows(idea, look) == seen;
            if (n == 0 ? fits || compares || chance.nextDouble() >= habits.explains() : compares) {
                piece.rate(number(idea), fits ? Says.FOR : Says.AGAINST, TEAM, now());
            }
        }
        evidence.add(piece);
    }

    private Inquiry inquiry() {
        return new Inquiry(hypotheses, evidence, looks, Symptoms.NONE, List.of());
    }

    private Instant now() {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    private static int number(int idea) {
        return idea + 1;
    }
}
