package dev.coalmine.storage.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.pages.Page.Heard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PageTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    /** What a source says: that it fires, or that it is over, at that second of its own time. */
    record Message(boolean fires, int second) {}

    @Property
    void theSameMessagesInAnyOrderAndAnyNumberEndTheSame(
            @ForAll("messages") List<Message> said, @ForAll Random chance) {
        var heard = new ArrayList<>(said);
        said.stream().filter(_ -> chance.nextBoolean()).forEach(heard::add);
        Collections.shuffle(heard, chance);
        var inOrder = after(said);
        var shuffled = after(heard);

        assertThat(shuffled.firing()).isEqualTo(inOrder.firing());
        assertThat(shuffled.resolvedAt()).isEqualTo(inOrder.resolvedAt());
    }

    @Property
    void itFiresWhenTheLastThatWasSaidIsThatItFires(@ForAll("messages") List<Message> said) {
        assertThat(after(said).firing()).isEqualTo(last(said, true) > last(said, false));
    }

    @Property
    void whatFiresBeganAfterItWasLastOver(@ForAll("messages") List<Message> said) {
        var page = after(said);
        if (page.firing() && page.resolvedAt().isPresent()) {
            assertThat(page.firedAt().orElseThrow()).isAfter(page.resolvedAt().orElseThrow());
        }
    }

    @Example
    void aPageStartsOnceAndEndsOnce() {
        var page = page();

        assertThat(page.fires(TEN, TEN)).isEqualTo(Heard.STARTED);
        assertThat(page.fires(TEN, TEN)).isEqualTo(Heard.NOTHING_NEW);
        assertThat(page.ends(TEN.plusSeconds(5), TEN)).isEqualTo(Heard.ENDED);
        assertThat(page.ends(TEN.plusSeconds(5), TEN)).isEqualTo(Heard.NOTHING_NEW);
        assertThat(page.messages()).isEqualTo(4);
        assertThat(page.starts()).isEqualTo(1);
    }

    @Example
    void anEndThatOvertookItsBeginningIsTheEnd() {
        var page = page();
        page.ends(TEN.plusSeconds(5), TEN);

        assertThat(page.fires(TEN, TEN)).isEqualTo(Heard.NOTHING_NEW);
        assertThat(page.firing()).isFalse();
        assertThat(page.firedAt()).contains(TEN);
    }

    @Example
    void theLateEndOfAnEarlierRoundDoesNotSilenceTheNext() {
        var page = page();
        page.fires(TEN, TEN);
        page.fires(TEN.plusSeconds(20), TEN);

        assertThat(page.ends(TEN.plusSeconds(15), TEN)).isEqualTo(Heard.NOTHING_NEW);
        assertThat(page.firing()).isTrue();
        assertThat(page.firedAt()).contains(TEN.plusSeconds(20));
    }

    @Example
    void aPageThatComesBackStartsAgain() {
        var page = page();
        page.fires(TEN, TEN);
        page.ends(TEN.plusSeconds(5), TEN);

        assertThat(page.fires(TEN.plusSeconds(9), TEN)).isEqualTo(Heard.STARTED);
        assertThat(page.starts()).isEqualTo(2);
    }

    @Example
    void anotherProblemUnderAnOldKeyForgetsTheOldOne() {
        var page = page();
        page.joins(7);
        page.acknowledge("bob");
        page.startsAnew();

        assertThat(page.incident()).isEmpty();
        assertThat(page.acknowledgedBy()).isEqualTo(Optional.empty());
    }

    @Provide
    Arbitrary<List<Message>> messages() {
        var message = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.integers().between(0, 8))
                .as(Message::new);
        return message.list().ofMinSize(1).ofMaxSize(8);
    }

    private static Page after(List<Message> said) {
        var page = page();
        for (var message : said) {
            var at = TEN.plusSeconds(message.second());
            var heard = message.fires() ? page.fires(at, TEN) : page.ends(at, TEN);
            assertThat(heard).isNotNull();
        }
        return page;
    }

    private static int last(List<Message> said, boolean fires) {
        return said.stream()
                .filter(it -> it.fires() == fires)
                .mapToInt(Message::second)
                .max()
                .orElse(-1);
    }

    private static Page page() {
        return new Page("pagerduty", "Q1", "checkout is down", "checkout");
    }
}
