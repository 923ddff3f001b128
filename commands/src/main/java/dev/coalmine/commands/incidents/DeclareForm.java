package dev.coalmine.commands.incidents;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.coalmine.commands.language.Form;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Shortcut;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Forms;
import dev.coalmine.commands.workspace.limits.Limits;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Titles;
import dev.coalmine.storage.rules.Markup;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which an incident is declared. */
@Component
class DeclareForm implements Form {

    private static final String NAME = "declare";

    private final Opening opening;

    DeclareForm(Opening opening) {
        this.opening = opening;
    }

    static View empty() {
        return Forms.form(NAME, "Declare an incident", "Declare", "", blocks("For example: Checkout is down"));
    }

    /** For a message that somebody wrote; the link to it is kept. */
    static View about(Shortcut.Message message) {
        var said = Markup.clip(Titles.safe(Markup.plain(message.text())), 100);
        return Forms.form(
                NAME,
                "Declare an incident",
                "Declare",
                kept(message.link()),
                blocks(said.isEmpty() ? "What is wrong?" : "About: " + said));
    }

    /** A link that does not fit is none: half of it would lead elsewhere. */
    private static String kept(@Nullable String link) {
        return link == null || link.length() > Limits.PRIVATE_METADATA ? "" : link;
    }

    private static List<LayoutBlock> blocks(String hint) {
        return List.of(
                Blocks.input("title", "What is wrong?", hint, false, false),
                Blocks.choice("severity", "Severity", "Not known yet", severities()),
                Blocks.input("service", "Service", "Its name in the catalog, if you know it", true, false),
                Blocks.choice("kind", "Kind", "An incident", kinds()),
                Blocks.choice("restricted", "Who may see it", "Everybody", List.of(PRIVATE)),
                Blocks.choice("noticed", "Who noticed first", "One of us", List.of(CUSTOMER)),
                Blocks.input("seen", "What do you see?", "Symptoms, numbers, what is not affected", true, true));
    }

    private static final OptionObject PRIVATE = Blocks.option("Only people invited (private)", "private");
    private static final OptionObject CUSTOMER = Blocks.option("A customer told us", "customer");

    private static List<OptionObject> severities() {
        return Stream.of(Severity.values())
                .map(s -> Blocks.option(s.label(), s.name()))
                .toList();
    }

    private static List<OptionObject> kinds() {
        return Stream.of(Kind.values())
                .map(k -> Blocks.option(k.label(), k.name()))
                .toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reply submit(Submission form) {
        var title = Titles.safe(form.value("title").orElse(""));
        if (title.isEmpty()) {
            return new Reply.Mistakes(Map.of("title", "An incident needs a title."));
        }
        var wish = new Wish(
                title,
                form.choice("severity", Severity.class).orElse(null),
                form.value("service").map(Wish::service).orElse(null),
                form.choice("kind", Kind.class).orElse(Kind.INCIDENT),
                form.value("restricted").isPresent(),
                form.value("noticed").isPresent(),
                form.value("seen").orElse(null),
                form.context().isEmpty() ? null : form.context());
        var incident = opening.byPerson(wish, form.person());
        return Reply.line(Opening.confirmation(incident));
    }
}
