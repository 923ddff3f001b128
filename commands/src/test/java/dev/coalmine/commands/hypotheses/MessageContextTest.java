package dev.coalmine.commands.hypotheses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.language.Shortcut;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a form about a message remembers of it. */
class MessageContextTest {

    private static final String LINK = "https://coalmine.example/archives/C0INC1/p1795229764289555";

    @Test
    void authorTimeAndLinkComeBack() {
        assertThat(MessageContext.read(MessageContext.of(message("U0BOB", LINK))))
                .contains(new MessageContext("U0BOB", Instant.parse("2026-11-21T02:56:04.289555Z"), LINK));
    }

    @Test
    void aLinkThatNoFormCouldRememberIsLeftOut() {
        var context = MessageContext.of(message(null, LINK + "0".repeat(16_000)));
        assertThat(context).hasSizeLessThan(3_000);
        assertThat(MessageContext.read(context))
                .contains(new MessageContext(null, Instant.parse("2026-11-21T02:56:04.289555Z"), null));
        assertThat(MessageContext.of(message(null, "🐤".repeat(1_900)))).hasSizeLessThan(3_000);
        assertThat(MessageContext.read(MessageContext.of(message(null, "no link at all"))))
                .map(MessageContext::link)
                .isEmpty();
    }

    private static Shortcut.Message message(@Nullable String author, String link) {
        return new Shortcut.Message("C0INC1", "1795229764.289555", author, "It is the clock", link);
    }
}
