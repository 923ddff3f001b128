package dev.coalmine.commands.hypotheses.responders;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long a simulated team takes until the true cause leads, asked by Coalmine and not asked; described in
 * docs/hypotheses.md. Not a test: it prints what it finds.
 */
class RespondersRun {

    private static final int INCIDENTS = Integer.getInteger("responders.incidents", 1_000);
    private static final long SEED = Long.getLong("responders.seed", 1);
    private static final double ERROR = Double.parseDouble(System.getProperty("responders.error", "0.1"));
    private static final double WRONG = Double.parseDouble(System.getProperty("responders.wrong", "0.7"));

    @Test
    void teamsAskedAndNotAsked() {
        System.out.printf(
                "%d incidents from seed %d; looks mislead in %.0f %%, the first idea is wrong in %.0f %%%n",
                INCIDENTS, SEED, 100 * ERROR, 100 * WRONG);
        table("A team that prefers to confirm its favourite", Habits.USUAL);
        table("A team without a favourite, for comparison", Habits.FAIR);
    }

    private static void table(String title, Habits habits) {
        System.out.printf(
                "%n" + title + "%n%9s %8s %10s %10s %8s %8s %8s %14s %13s%n",
                "obeyed",
                "found",
                "median min",
                "mean min",
                "p90 min",
                "tests",
                "asked",
                "ratio of time",
                "ratio of tests");
        var alone = play(habits);
        Stream.of(0.0, 0.25, 0.5, 0.75, 1.0).forEach(rate -> row(rate, play(habits.obeying(rate)), alone));
    }

    private static List<Team.Took> play(Habits habits) {
        return LongStream.range(SEED, SEED + INCIDENTS)
                .mapToObj(seed -> new Team(new World(seed, ERROR, WRONG), habits, seed).works())
                .toList();
    }

    private static void row(double rate, List<Team.Took> asked, List<Team.Took> alone) {
        System.out.printf(
                "%9s %7.1f%% %10d %10.1f %8d %8.1f %8.1f %14.2f %13.2f%n",
                rate == 0 ? "not asked" : "%.0f %%".formatted(100 * rate),
                100 * asked.stream().filter(Team.Took::found).count() / (double) asked.size(),
                quantile(asked, 0.5),
                mean(asked, Team.Took::minutes),
                quantile(asked, 0.9),
                mean(asked, Team.Took::tests),
                mean(asked, Team.Took::asked),
                mean(asked, Team.Took::minutes) / mean(alone, Team.Took::minutes),
                mean(asked, Team.Took::tests) / mean(alone, Team.Took::tests));
    }

    private static int quantile(List<Team.Took> all, double share) {
        var sorted = all.stream().mapToInt(Team.Took::minutes).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    private static double mean(List<Team.Took> all, ToIntFunction<Team.Took> of) {
        return all.stream().mapToInt(of).average().orElse(0);
    }
}
