package dev.coalmine.bot.campaign;

import dev.coalmine.bot.campaign.Evidence.Incident;
import java.util.List;
import java.util.stream.Stream;

/** The question for a missing commander is asked again once, and not forgotten. */
final class TimerRule {

    private static final String ASKED = "Still nobody commands this incident";

    private TimerRule() {}

    static List<Violation> broken(Evidence evidence) {
        return evidence.incidents().stream().flatMap(it -> judged(it, evidence)).toList();
    }

    private static Stream<Violation> judged(Incident incident, Evidence evidence) {
        var asked = evidence.channel(incident.channel()).stream()
                .flatMap(it -> it.messages().stream())
                .filter(it -> it.text().contains(ASKED))
                .count();
        if (asked > 1) {
            return Stream.of(Violation.doubled(
                    "incident %d was asked for a commander %d times again".formatted(incident.number(), asked)));
        }
        return asked == 0 && hadToRing(incident, evidence)
                ? Stream.of(
                        Violation.lost("incident %d was not asked for a commander again".formatted(incident.number())))
                : Stream.empty();
    }

    /** Open all the time, and nobody ever took command. */
    private static boolean hadToRing(Incident incident, Evidence evidence) {
        return incident.open()
                && evidence.entries().stream()
                        .filter(it -> it.incident() == incident.number())
                        .noneMatch(it -> it.words().endsWith(" is commander.")
                                || it.kind().equals("stage"));
    }
}
