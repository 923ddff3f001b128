package dev.coalmine.bot.campaign;

import dev.coalmine.bot.campaign.Deed.End;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was acknowledged is in the record exactly once; what may have been done, at most once; what was refused, not. */
final class RecordRule {

    private RecordRule() {}

    static List<Violation> broken(Evidence evidence, List<Deed> deeds) {
        var bySubject = deeds.stream()
                .collect(Collectors.groupingBy(Deed::subject, Collectors.groupingBy(Deed::end, Collectors.counting())));
        var byKind = evidence.entries();
        return Stream.of(
                        bySubject.entrySet().stream().flatMap(it -> judged(it.getKey(), it.getValue(), byKind)),
                        evidence.setAside().stream().map(Violation::lost),
                        pages(evidence),
                        incidents(evidence))
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<Violation> judged(Deed.Subject subject, Map<End, Long> ends, List<Evidence.Entry> entries) {
        var least = ends.getOrDefault(End.ACKNOWLEDGED, 0L);
        var most = least + ends.getOrDefault(End.UNKNOWN, 0L);
        var found = entries.stream()
                .filter(it -> subject.kind().isShownBy(it, subject.mark()))
                .toList();
        var words = "%s “%s” is in the record %d times, acknowledged %d, unknown %d: %s"
                .formatted(subject.kind(), subject.mark(), found.size(), least, most - least, found);
        if (found.size() < least) {
            return Stream.of(Violation.lost(words));
        }
        return found.size() > most ? Stream.of(Violation.doubled(words)) : Stream.empty();
    }

    private static Stream<Violation> pages(Evidence evidence) {
        return evidence.pages().stream()
                .filter(it -> it.incident() == null)
                .map(it -> Violation.lost("no incident knows of %s's alert “%s”".formatted(it.source(), it.key())));
    }

    private static Stream<Violation> incidents(Evidence evidence) {
        return evidence.incidents().stream()
                .filter(it -> evidence.entries().stream()
                                .filter(entry -> entry.incident() == it.number())
                                .filter(entry -> entry.kind().equals("declared"))
                                .count()
                        != 1)
                .map(it -> Violation.other("incident %d was not declared once".formatted(it.number())));
    }
}
