package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.commands.hypotheses.inquiry.Vague;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.prompts.PromptTexts;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.Hypotheses;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes up what people think is wrong, and says what would have to be seen if it were not so. */
@Component
class Proposing {

    private final Hypotheses hypotheses;
    private final Ledger ledger;
    private final PromptTexts texts;
    private final HypothesisSettings settings;
    private final Workspace workspace;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposing(
            Hypotheses hypotheses,
            Ledger ledger,
            PromptTexts texts,
            HypothesisSettings settings,
            Workspace workspace,
            ApplicationEventPublisher events,
            Clock clock) {
        this.hypotheses = hypotheses;
        this.ledger = ledger;
        this.texts = texts;
        this.settings = settings;
        this.workspace = workspace;
        this.events = events;
        this.clock = clock;
    }

    /** Adds one, and answers with the question that it leaves open, if it does. */
    Reply add(long incident, Idea idea, String person) {
        var added = keep(incident, idea, person);
        var inquiry = ledger.settle(incident, person, "");
        events.publishEvent(new HypothesisAdded(incident, added.number(), person));
        return answer(inquiry, added);
    }

    /** Adds one, without settling what follows. */
    Hypothesis keep(long incident, Idea idea, String person) {
        refuseTheSame(incident, idea.statement());
        var it = hypotheses.save(new Hypothesis(
                incident,
                hypotheses.nextNumber(incident),
                idea.statement(),
                idea.wrongIf(),
                idea.author(),
                idea.link(),
                idea.at() == null ? clock.instant() : idea.at(),
                clock.instant()));
        if (idea.author() != null) {
            workspace.meet(idea.author());
        }
        ledger.say(incident, Ledger.KIND, person, words(it), true, idea.link());
        return it;
    }

    private static String words(Hypothesis it) {
        return "New: *%s* %s%s"
                .formatted(
                        it.name(),
                        it.statement(),
                        it.wrongIf().map("\n_Wrong if_ %s"::formatted).orElse(""));
    }

    private void refuseTheSame(long incident, String statement) {
        hypotheses.of(incident).stream()
                .filter(it -> it.live() && it.statement().equalsIgnoreCase(statement.strip()))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused("%s says that already.".formatted(it.name()));
                });
    }

    private Reply answer(Inquiry inquiry, Hypothesis it) {
        var line = "#%d hyp ".formatted(it.incident());
        var words = "%s is on the board.".formatted(it.name());
        var buttons = new ArrayList<BlockElement>();
        if (it.wrongIf().isEmpty()) {
            words += " " + question(it);
            buttons.add(Blocks.button("Say what would prove it wrong", line + "wrong " + it.name(), "primary"));
        }
        var live = inquiry.live().size();
        if (live > settings.most()) {
            words += " " + texts.of("too-many", Map.of("number", String.valueOf(live)));
            buttons.add(Blocks.button("Park one", line + "park"));
            buttons.add(Blocks.button("Merge two", line + "merge"));
        }
        return buttons.isEmpty()
                ? Reply.line(words)
                : Reply.blocks(words, List.<LayoutBlock>of(Blocks.section(words), Blocks.actions("proposed", buttons)));
    }

    private String question(Hypothesis it) {
        return texts.of(Vague.is(it.statement()) ? "vague" : "wrong-if", Map.of("hypothesis", it.name()));
    }

    /** Somebody says what would prove it wrong. */
    Reply wrongIf(long incident, int number, String seen, String person) {
        var it = ledger.hypothesis(incident, number);
        it.isWrongIf(seen);
        hypotheses.save(it);
        ledger.say(
                incident,
                Ledger.KIND,
                person,
                "*%s* is wrong if %s".formatted(it.name(), it.wrongIf().orElse("")),
                false);
        ledger.settle(incident, person, "");
        return Reply.line("Noted. Whoever looks for that tests %s: `/incident hyp test %s @who \"…\" in 10m`."
                .formatted(it.name(), it.name()));
    }

    /**
     * What somebody thinks.
     *
     * @param statement mark-up
     * @param author Slack id of whose idea it is
     * @param at when they had it; null is now
     */
    record Idea(
            String statement,
            @Nullable String wrongIf,
            @Nullable String author,
            @Nullable String link,
            @Nullable Instant at) {

        static Idea of(String words, String person) {
            var halves = words.split("(?i)[\\s.,;:—-]+wrong if:?\\s+", 2);
            return new Idea(
                    unquoted(halves[0]),
                    Optional.of(halves)
                            .filter(it -> it.length == 2)
                            .map(it -> unquoted(it[1]))
                            .orElse(null),
                    person,
                    null,
                    null);
        }

        private static String unquoted(String words) {
            return words.strip().replaceAll("^[\"“”](.*)[\"“”]$", "$1").strip();
        }

        boolean isEmpty() {
            return Markup.plain(statement).isBlank();
        }
    }
}
