package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.transaction.support.TransactionTemplate;

/** However alerts are spread over the parts of the log, and in whatever order parts are read, the same is left behind. */
class AlertsInAnyOrderTest {

    private static final int KEYS = 3;

    private final RunningBot coalmine = RunningBot.shared();
    private final Instant start = Instant.now().minusSeconds(600);

    /** What a source says of one of its problems: that it fires, or that it is over, at that second of its own time. */
    record Message(int key, boolean fires, int second) {}

    /** What is left of a problem. */
    record Left(boolean firing, Optional<Boolean> open) {}

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void theSamePagesAndIncidentsAreLeft(@ForAll("messages") List<Message> said, @ForAll Random chance) {
        var inOrder = new ArrayList<>(said);
        inOrder.sort(Comparator.comparing(Message::second).thenComparing(it -> !it.fires()));
        var shuffled = new ArrayList<>(said);
        said.stream().filter(_ -> chance.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, chance);

        assertThat(left(List.of(
                        shuffled.subList(0, shuffled.size() / 2),
                        shuffled.subList(shuffled.size() / 2, shuffled.size()))))
                .isEqualTo(left(inOrder.stream().map(List::of).toList()));
    }

    private List<Left> left(List<List<Message>> batches) {
        var story = UUID.randomUUID().toString();
        batches.forEach(batch -> take(batch.stream().map(it -> alert(story, it)).toList()));
        var left = new ArrayList<Left>();
        for (var key = 0; key < KEYS; key++) {
            var page = bean(Pages.class).findBySourceAndAlertKey("generic", story + key);
            left.add(new Left(
                    page.filter(Page::firing).isPresent(),
                    page.flatMap(Page::incident)
                            .flatMap(bean(Incidents.class)::findById)
                            .map(Incident::stage)
                            .map(stage -> stage.open())));
        }
        return left;
    }

    private void take(List<Alert> alerts) {
        bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> bean(Intake.class).take(alerts));
    }

    private Alert alert(String story, Message it) {
        var kind = it.fires() ? Alert.Kind.FIRING : Alert.Kind.RESOLVED;
        return Alert.of("generic", story + it.key(), kind, start.plusSeconds(it.second()))
                .title("Order does not matter")
                .service("service of " + story + it.key())
                .build();
    }

    private <T> T bean(Class<T> type) {
        return coalmine.application().getBean(type);
    }

    @Provide
    Arbitrary<List<Message>> messages() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, KEYS - 1),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 9))
                .as(Message::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }
}
