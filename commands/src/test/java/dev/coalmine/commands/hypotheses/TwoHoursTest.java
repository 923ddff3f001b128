package dev.coalmine.commands.hypotheses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.prompts.Interruptions;
import dev.coalmine.storage.prompts.Prompt;
import dev.coalmine.storage.prompts.Prompts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two hours of a SEV-1: eight people, four hundred messages that come in bursts, hypotheses, evidence and tests; mitigated
 * after 100 minutes. What is asked unasked is counted by rules of the test's own, and printed.
 */
class TwoHoursTest {

    private static final Rehearsal OFFICE = Rehearsal.start();
    private static final int MESSAGES = 400;
    private static final int MINUTES = 120;
    private static final int MITIGATED = 100;
    private static final List<String> PEOPLE =
            IntStream.range(0, 8).mapToObj(n -> "U0PERSON0" + n).toList();

    @AfterAll
    static void stop() {
        OFFICE.close();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "4, true", "5, true", "6, true"})
    void peopleAreLeftInPeace(int seed, boolean heed) {
        var story = new Story(seed, heed);
        story.play();

        var asked = asked(story.incident);
        System.out.printf(
                "Two hours, seed %d, %s: %d messages, %d questions unasked %s, %d to people who came later%n",
                seed,
                heed ? "heeded" : "ignored",
                story.said.size(),
                asked.size(),
                asked.stream()
                        .map(it -> minute(story, it.shownAt()) + " " + it.name())
                        .toList(),
                prompts(story.incident).size() - asked.size());
        assertThat(asked).isNotEmpty();
        for (var n = 0; n < asked.size(); n++) {
            var it = asked.get(n);
            assertThat(story.talkedBefore(it.shownAt()))
                    .as(it + " within three minutes of a burst")
                    .isFalse();
            assertThat(story.testing(it.shownAt()))
                    .as(it + " while a test runs on time")
                    .isFalse();
            assertThat(it.shownAt()).as(it + " after mitigation").isBeforeOrEqualTo(story.at(MITIGATED));
            if (n > 0) {
                var gap = Duration.between(asked.get(n - 1).shownAt(), it.shownAt());
                assertThat(gap)
                        .as("between %s and the one before", it)
                        .isGreaterThanOrEqualTo(gap(asked.subList(0, n)));
            }
        }
    }

    /** Fifteen minutes, and the double for each two in a row that nobody heeded. */
    private static Duration gap(List<Prompt> before) {
        var unheeded = 0;
        for (var it : before) {
            unheeded = it.answer() == Prompt.Answer.ANSWERED ? 0 : unheeded + 1;
        }
        return Duration.ofMinutes(15L << (unheeded / 2));
    }

    private static long minute(Story story, Instant at) {
        return Duration.between(story.begin, at).toMinutes();
    }

    private static List<Prompt> prompts(long incident) {
        return OFFICE.bean(Prompts.class).of(incident);
    }

    private static List<Prompt> asked(long incident) {
        return prompts(incident).stream()
                .filter(it -> !it.name().equals(Interruptions.FRESH_EYES)
                        && !it.name().equals("plan-warning"))
                .toList();
    }

    private static final class Story {

        private final Random chance;
        private final boolean heed;
        private final List<Instant> said = new ArrayList<>();
        private final List<Instant[]> tests = new ArrayList<>();
        private final Instant begin = OFFICE.now();
        private final long incident = OFFICE.declares(PEOPLE.getFirst(), "sev:1 Everything is slow");
        private int heeded;

        Story(int seed, boolean heed) {
            this.chance = new Random(seed);
            this.heed = heed;
        }

        void play() {
            OFFICE.types(PEOPLE.get(1), incident, "commander");
            var talk = talk();
            for (var second = 0; second < MINUTES * 60; second += 10) {
                var from = second;
                talk.stream().filter(it -> it >= from && it < from + 10).forEach(it -> says());
                if (second % 60 == 0) {
                    acts(second / 60);
                }
                OFFICE.passes(Duration.ofSeconds(10));
                answers();
            }
        }

        /** Bursts of one to four minutes with pauses of a few between them. */
        private List<Integer> talk() {
            var seconds = new ArrayList<Integer>();
            while (seconds.size() < MESSAGES) {
                var start = chance.nextInt(MINUTES * 60 - 240);
                var length = 60 + chance.nextInt(180);
                for (var n = 0; n < 12 + chance.nextInt(14) && seconds.size() < MESSAGES; n++) {
                    seconds.add(start + chance.nextInt(length));
                }
            }
            return seconds;
        }

        private void says() {
            OFFICE.says(PEOPLE.get(chance.nextInt(8)), incident, "something");
            said.add(OFFICE.now());
        }

        private void acts(int minute) {
            var who = PEOPLE.get(chance.nextInt(8));
            switch (minute) {
                case 3, 5, 12, 14, 20, 35 -> OFFICE.joins(PEOPLE.get(2 + minute % 6), incident);
                case 8 -> OFFICE.types(who, incident, "hyp add The network drops packets, so retransmits rise");
                case 40 -> OFFICE.types(who, incident, "hyp add The release leaks memory, so hosts swap");
                case 45 -> OFFICE.types(who, incident, "hyp evidence \"retransmits are flat\" against H1 for H2");
                case 60 -> gives(who, 10);
                case 68 -> result(who);
                case MITIGATED -> OFFICE.types(who, incident, "mitigate Restarted all hosts");
                default -> {}
            }
        }

        private void gives(String who, int minutes) {
            OFFICE.types(who, incident, "hyp test H2 \"look at the swap; it grows\" in %dm".formatted(minutes));
            tests.add(new Instant[] {OFFICE.now(), OFFICE.now().plus(Duration.ofMinutes(minutes))});
        }

        private void result(String who) {
            OFFICE.types(who, incident, "hyp result H2 seen");
            tests.getLast()[1] = OFFICE.now();
        }

        private void answers() {
            var messages = OFFICE.messages(incident).stream()
                    .filter(it -> it.choices().containsKey("Not now"))
                    .toList();
            if (heed && messages.size() > heeded) {
                var label = messages.getLast().choices().keySet().stream()
                        .filter(it -> !it.equals("Not now"))
                        .findFirst()
                        .orElseThrow();
                OFFICE.presses(PEOPLE.get(1), incident, messages.getLast(), label);
            }
            heeded = messages.size();
        }

        Instant at(int minute) {
            return begin.plus(Duration.ofMinutes(minute));
        }

        /** Whether ten messages came within two minutes, the last of them less than three minutes before. */
        boolean talkedBefore(Instant moment) {
            return said.stream()
                    .filter(it -> !it.isAfter(moment) && it.isAfter(moment.minus(Duration.ofMinutes(3))))
                    .anyMatch(last -> said.stream()
                                    .filter(it -> !it.isAfter(last) && it.isAfter(last.minus(Duration.ofMinutes(2))))
                                    .count()
                            >= 10);
        }

        boolean testing(Instant moment) {
            return tests.stream().anyMatch(it -> moment.isAfter(it[0]) && moment.isBefore(it[1]));
        }
    }
}
