package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.coalmine.bot.slack.errands.Drawings;
import dev.coalmine.commands.language.Desk;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.workspace.limits.Fitting;
import dev.coalmine.commands.workspace.limits.Judge;
import dev.coalmine.commands.workspace.limits.Limits;
import dev.coalmine.sandbox.blocks.BlockRules;
import dev.coalmine.sandbox.blocks.ViewRules;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.storage.incidents.Declaration;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.NoticedBy;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Stage;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.transaction.support.TransactionTemplate;

/** However hostile the record, what is drawn from it is taken: by our own judge of limits, and by the sandbox's. */
class FitsSlackTest {

    private static final String ALICE = "U0ALICE000";

    private final RunningBot coalmine = RunningBot.shared();
    private final Incidents incidents = coalmine.application().getBean(Incidents.class);
    private final Drawings drawings = coalmine.application().getBean(Drawings.class);
    private final Desk desk = coalmine.application().getBean(Desk.class);
    private final TransactionTemplate transaction = coalmine.application().getBean(TransactionTemplate.class);

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void cardsAnnouncementsTopicsAndHomeTabs(
            @ForAll("hostile") String title, @ForAll("hostile") String service, @ForAll("hostile") String link) {
        transaction.executeWithoutResult(status -> {
            // Nothing of this is to be sent.
            status.setRollbackOnly();
            var incident = declared(title, service, link);

            message(drawings.line(incident), drawings.card(incident));
            message(drawings.announcementLine(incident), drawings.announcement(incident));
            assertThat(Judge.topic(drawings.topic(incident))).isEmpty();
            assertThat(Judge.channelName(incident.channelName())).isEmpty();
            view(drawings.home(ALICE));
        });
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void answersAndForms(@ForAll("hostile") String words, @ForAll("questions") String question) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var incident = declared("Asked about", words, words);
            var line = "#%d %s".formatted(incident.number(), question.formatted(words));

            switch (desk.ask(new Request(null, ALICE, "", null, null, line, Request.Door.BUTTON))) {
                case Reply.Said(var text, var blocks) -> message(text, blocks);
                case Reply.Form(var form) -> view(form);
                case Reply.Mistakes _, Reply.Nothing _ -> {}
            }
        });
    }

    private static void message(String text, List<LayoutBlock> drawn) {
        var fitting = Fitting.message(text, drawn);
        assertThat(Judge.message(fitting.text(), fitting.blocks(), Limits.FOLDED))
                .isEmpty();
        var json = Json.parse(GsonFactory.createSnakeCase().toJson(fitting.blocks()));
        assertThatCode(() -> BlockRules.checkMessage(json)).doesNotThrowAnyException();
    }

    private static void view(View view) {
        assertThat(Judge.view(view)).isEmpty();
        var json = Json.parse(GsonFactory.createSnakeCase().toJson(view));
        assertThatCode(() -> ViewRules.check(json, view.getType())).doesNotThrowAnyException();
    }

    private Incident declared(String title, String service, String link) {
        return incidents.declare(new Declaration(
                title.isBlank() ? "x" + title : "x " + title,
                Severity.SEV_1,
                Stage.INVESTIGATING,
                Kind.INCIDENT,
                false,
                service.isEmpty() ? null : service.substring(0, Math.min(200, service.length())),
                NoticedBy.PAGE,
                null,
                link.isEmpty() ? null : link.substring(0, Math.min(2_000, link.length())),
                "https://example.com/" + link.substring(0, Math.min(900, link.length())),
                Instant.parse("2026-03-01T10:00:00Z"),
                Instant.parse("2026-03-01T10:00:00Z")));
    }

    @Provide
    Arbitrary<String> hostile() {
        var parts = Arbitraries.of(
                "<!channel>",
                "<",
                ">",
                "&",
                "|",
                "\"",
                "`",
                "*",
                "\n",
                "😀",
                "\u202E",
                "@here",
                "<https://x|y>",
                "W".repeat(500),
                "word ",
                "&amp;",
                "<@U0ALICE000>",
                "<!date^1^{date}|x>");
        return parts.list().ofMaxSize(30).map(all -> String.join("", all).replace("\0", ""));
    }

    @Provide
    Arbitrary<String> questions() {
        return Arbitraries.of(
                "status",
                "show",
                "note",
                "note %s",
                "help",
                "help %s",
                "list",
                "roles",
                "timeline 100",
                "%s",
                "severity %s",
                "mitigate",
                "resolve %s",
                "doctor %s",
                "outbox",
                "services %s",
                "alerts",
                "role %s");
    }
}
