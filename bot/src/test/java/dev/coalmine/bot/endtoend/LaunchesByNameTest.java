package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.storage.launches.ChannelNames;
import dev.coalmine.storage.signals.KeptSignal;
import dev.coalmine.storage.signals.SignalLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A channel may be watched by its name, which is asked for once; no message is lost meanwhile. */
class LaunchesByNameTest extends Conversation {

    private static final RunningBot BOT =
            RunningBot.start(RunningBot.h2(), Map.of("coalmine.launches.channels", "#Launches"));

    private final SignalLog signals = coalmine.application().getBean(SignalLog.class);

    LaunchesByNameTest() {
        super(BOT);
    }

    @AfterAll
    static void close() {
        BOT.close();
    }

    @Test
    void theFirstMessagesWaitForTheName() {
        var crane = coalmine.sandbox().script().bot("auto-crane");
        crane.posts("general", "auto-crane: failed h-0");
        crane.posts("launches", "auto-crane: started h-1");
        crane.posts("launches", "auto-crane: failed h-1");
        eventuallyHeard("h-1", "h-1");

        crane.posts("general", "auto-crane: failed h-0");
        crane.posts("launches", "auto-crane: started h-2");
        eventuallyHeard("h-1", "h-1", "h-2");
        assertThat(coalmine.sandbox().script().calls(0))
                .filteredOn(call -> call.method().equals("conversations.info"))
                .hasSize(2);

        alice.renames("launches", "starts");
        eventuallyKnownAs("starts");
        crane.posts("starts", "auto-crane: started h-3");
        alice.renames("starts", "launches");
        eventuallyKnownAs("launches");
        crane.posts("launches", "auto-crane: started h-4");
        eventuallyHeard("h-1", "h-1", "h-2", "h-4");

        // A bot that has just started may not have asked Slack within the doctor's two seconds.
        Eventually.passes(() ->
                assertThat(alice.types("general", "/incident doctor").text()).contains("heard in launches"));
    }

    private void eventuallyKnownAs(String name) {
        var names = coalmine.application().getBean(ChannelNames.class);
        Eventually.passes(() -> assertThat(names.of("C0LAUNCHES")).contains(name));
    }

    private void eventuallyHeard(String... entities) {
        Eventually.passes(() -> assertThat(entities()).containsExactly(entities));
    }

    private List<String> entities() {
        return signals.after(0, 100).stream()
                .map(KeptSignal::signal)
                .map(signal -> String.valueOf(signal.entity()))
                .toList();
    }
}
