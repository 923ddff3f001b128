package dev.coalmine.bot.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Desk;
import dev.coalmine.commands.language.Form;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Shortcut;
import dev.coalmine.commands.language.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Whatever is typed, filled in or chosen is answered, and what is refused changes nothing. */
class CommandsFuzzTest {

    private static final String CANNOT = "The record cannot be written right now";
    private static final int FORGET_AFTER = 2_000;
    private static final List<String> PEOPLE = List.of("U0ALICE", "U0BOB", "U0CAROL", "USTRANGER");
    private static final List<String> WORDS = List.of(
            "#1",
            "#2",
            "#0",
            "#999999999999999999",
            "#-1",
            "1",
            "2",
            "4",
            "0",
            "-7",
            "sev:1",
            "sev:9",
            "SEV-2",
            "sev1",
            "service:checkout",
            "service:",
            "drill",
            "private",
            "security",
            "near_miss",
            "<@U0BOB>",
            "<@U0CAROL|carol>",
            "<#C0FUZZ1|inc-1>",
            "@bob",
            "me",
            "now",
            "now-5m",
            "-5m",
            "5 minutes ago",
            "12:30",
            "25:99",
            "yesterday",
            "2026-03-01 12:00",
            "2026-02-30",
            "began",
            "detected",
            "mitigated",
            "resolved",
            "utc",
            "Europe/Paris",
            "open",
            "mine",
            "recent",
            "all",
            "md",
            "csv",
            "json",
            "off",
            "on",
            "investigating",
            "closed",
            "declined",
            "commander",
            "scribe",
            "falsifier",
            "H1",
            "H2",
            "H999",
            "E1",
            "T1",
            "R1",
            "under",
            "in 10m",
            "seen",
            "wrong if:",
            "against",
            "n/a",
            "is",
            "a",
            "Checkout is down",
            "\"quoted words\"",
            "“",
            "—");

    private static final Outcomes OUTCOMES = Outcomes.of(FuzzedBot.shared());
    private static final AtomicInteger ASKED = new AtomicInteger();

    private final FuzzedBot bot = FuzzedBot.shared();
    private final Desk desk = bot.part(Desk.class);
    private final List<Command> commands = bot.parts(Command.class);
    private final List<Form> forms = bot.parts(Form.class);
    private final List<Shortcut> shortcuts = bot.parts(Shortcut.class);
    // What forms that were opened ask for, and were opened for.
    private final Set<String> blocks = new HashSet<>(Set.of("title", "severity", "line"));
    private final List<String> contexts = new ArrayList<>(List.of("1", "2", "", "x"));

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverIsTypedIsAnswered(@ForAll("seeds") long seed) {
        forgetNowAndThen();
        var hostile = new Hostile(seed);
        var request = new Request(
                hostile.once(4) ? "key-" + hostile.random().nextInt(50) + "-" + ASKED : null,
                hostile.any(PEOPLE),
                hostile.any(List.of("C0FUZZ1", "C0FUZZ2", "C0FUZZ3", "C0GENERAL")),
                hostile.once(3) ? "1795229764.289555" : null,
                null,
                words(hostile),
                hostile.any(List.of(Request.Door.values())));
        answered(request.words(), () -> desk.ask(request));
    }

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverIsFilledInIsAnswered(@ForAll("seeds") long seed) {
        forgetNowAndThen();
        var hostile = new Hostile(seed);
        var values = new HashMap<String, String>();
        blocks.stream().filter(_ -> hostile.once(2)).forEach(block -> values.put(block, argument(hostile)));
        var submission = new Submission(null, hostile.any(PEOPLE), hostile.any(contexts), values);
        var form = hostile.once(20) ? hostile.text() : hostile.any(forms).name();
        answered(form + values, () -> desk.submit(form, submission));
    }

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverIsChosenIsAnswered(@ForAll("seeds") long seed) {
        forgetNowAndThen();
        var hostile = new Hostile(seed);
        var message = new Shortcut.Message(
                hostile.any(List.of("C0FUZZ1", "C0FUZZ2", "C0GENERAL")),
                "17952297%02d.000100".formatted(hostile.random().nextInt(100)),
                hostile.once(2) ? hostile.any(PEOPLE) : null,
                hostile.text(),
                hostile.once(2) ? hostile.text() : null);
        var shortcut = hostile.any(shortcuts);
        var use = new Shortcut.Use(null, hostile.any(PEOPLE), shortcut.onMessages() ? message : null);
        answered(shortcut.id(), () -> desk.use(shortcut.id(), use));
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(random -> random.nextLong());
    }

    private void answered(String asked, Supplier<Reply> asking) {
        OUTCOMES.forget();
        var reply = asking.get();
        switch (reply) {
            case Reply.Said(var text, var shown) ->
                assertThat(text.isBlank() && shown.isEmpty() || text.startsWith(CANNOT))
                        .as(() -> "“%s” to “%s”".formatted(text, asked))
                        .isFalse();
            case Reply.Form(var view) -> learn(view.getBlocks(), view.getPrivateMetadata());
            case Reply.Mistakes(var byBlock) -> assertThat(byBlock).isNotEmpty();
            case Reply.Nothing() -> {}
        }
        assertThat(OUTCOMES.undoneAndYetDone()).as(asked).isFalse();
    }

    private void learn(List<LayoutBlock> shown, String context) {
        shown.stream()
                .filter(InputBlock.class::isInstance)
                .map(LayoutBlock::getBlockId)
                .forEach(blocks::add);
        if (context != null && contexts.size() < 50) {
            contexts.add(context);
        }
    }

    private String words(Hostile hostile) {
        var command = hostile.any(commands);
        return switch (hostile.random().nextInt(8)) {
            case 0 -> hostile.text();
            case 1 -> command.example();
            case 2 -> command.usage();
            case 3 -> new String(hostile.broken(command.example().getBytes(UTF_8)), UTF_8);
            default ->
                Stream.concat(
                                Stream.of(hostile.once(4) ? hostile.any(WORDS) : "", word(hostile, command)),
                                Stream.generate(() -> argument(hostile))
                                        .limit(hostile.random().nextInt(5)))
                        .collect(Collectors.joining(" "));
        };
    }

    private static String word(Hostile hostile, Command command) {
        return command.aliases().isEmpty() || hostile.once(2) ? command.word() : hostile.any(command.aliases());
    }

    private static String argument(Hostile hostile) {
        return hostile.once(4) ? hostile.text() : hostile.any(WORDS);
    }

    /** What is remembered stays small, so that the millionth try is as fast as the first. */
    private void forgetNowAndThen() {
        if (ASKED.getAndIncrement() % FORGET_AFTER == 0) {
            bot.forget();
            for (var n = 1; n <= 3; n++) {
                var declared =
                        new Request(null, "U0ALICE", "C0GENERAL", null, null, "declare Fuzz " + n, Request.Door.SLASH);
                desk.ask(declared);
            }
            bot.database()
                    .sql("update incident set channel = concat('C0FUZZ', number)")
                    .update();
        }
    }

    /** Watches whether anything was committed beside what was rolled back. */
    private static final class Outcomes implements TransactionExecutionListener {

        private final ThreadLocal<int[]> counts = ThreadLocal.withInitial(() -> new int[2]);

        static Outcomes of(FuzzedBot bot) {
            var outcomes = new Outcomes();
            bot.part(ConfigurableTransactionManager.class).addListener(outcomes);
            return outcomes;
        }

        void forget() {
            counts.remove();
        }

        boolean undoneAndYetDone() {
            return counts.get()[0] > 0 && counts.get()[1] > 0;
        }

        @Override
        public void afterCommit(TransactionExecution transaction, Throwable failure) {
            counts.get()[0] += failure == null ? 1 : 0;
        }

        @Override
        public void afterRollback(TransactionExecution transaction, Throwable failure) {
            counts.get()[1]++;
        }
    }
}
