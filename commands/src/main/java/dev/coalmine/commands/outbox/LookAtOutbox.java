package dev.coalmine.commands.outbox;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.outbox.Outbox;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Shows what waits and what was given up, and decides about the latter. */
@Component
class LookAtOutbox implements Command {

    private static final int SHOWN = 10;
    private static final Pattern ID = Pattern.compile("#?(\\d{1,18})");

    private final Outbox outbox;
    private final DeadLetters letters;
    private final Operators operators;
    private final Concerning concerning;
    private final Workspace workspace;
    private final WaitingLine waiting;

    LookAtOutbox(
            Outbox outbox,
            DeadLetters letters,
            Operators operators,
            Concerning concerning,
            Workspace workspace,
            WaitingLine waiting) {
        this.outbox = outbox;
        this.letters = letters;
        this.operators = operators;
        this.concerning = concerning;
        this.workspace = workspace;
        this.waiting = waiting;
    }

    @Override
    public String word() {
        return "outbox";
    }

    @Override
    public String usage() {
        return "outbox [again <id|all>|drop <id>]";
    }

    @Override
    public String does() {
        return "Shows what waits to be sent to Slack and what was given up; sends that again, or drops it.";
    }

    @Override
    public String example() {
        return "outbox again all";
    }

    @Override
    public Topic topic() {
        return Topic.OPERATORS;
    }

    @Override
    public Reply run(Request request) {
        if (request.inPublic()) {
            throw new Refused("What was given up may be private; ask with `/incident outbox`.");
        }
        mustBeOperator(request.person());
        return switch (request.first().toLowerCase(Locale.ROOT)) {
            case "" -> shown(request.person());
            case "again" -> again(request);
            case "drop" -> drop(request);
            default -> throw wrongUsage("The outbox can be looked at, and what was given up sent again or dropped.");
        };
    }

    /** Unless operators are named, everybody may look and send again: that does nothing which was not wanted before. */
    private void mustBeOperator(String person) {
        if (!operators.names().isEmpty() && !operators.include(person)) {
            throw new Refused("The outbox is for operators: %s. They are named in `coalmine.operators`."
                    .formatted(Markup.escape(String.join(", ", operators.names()))));
        }
    }

    private Reply again(Request request) {
        var which = request.rest();
        if (which.equalsIgnoreCase("all")) {
            var sent = letters.sendAllAgain();
            operators.redrawHomes();
            return Reply.line(
                    sent == 0
                            ? "Nothing was given up."
                            : "Sent again: %d. `/incident outbox` shows what comes of it.".formatted(sent));
        }
        letters.sendAgain(id(which));
        operators.redrawHomes();
        return Reply.line("Message %s is sent again. `/incident outbox` shows what comes of it.".formatted(which));
    }

    private Reply drop(Request request) {
        if (operators.names().isEmpty()) {
            throw new Refused("Only an operator may drop a message, and none is named: set `coalmine.operators`.");
        }
        var id = id(request.rest());
        letters.drop(id, request.person());
        workspace.meet(request.person());
        operators.redrawHomes();
        return Reply.line("Message %d is dropped; that you did it is on record.".formatted(id));
    }

    private long id(String words) {
        var id = ID.matcher(words.strip());
        if (!id.matches()) {
            throw wrongUsage("Name the message by the number that `outbox` shows before it.");
        }
        return Long.parseLong(id.group(1));
    }

    private Reply shown(String person) {
        var dead = letters.latest(SHOWN);
        var summary = "%s\n%s"
                .formatted(waiting.words(), GivenUp.count(outbox.backlog().dead()));
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.section(summary));
        if (dead.size() > 1) {
            blocks.add(Blocks.actions("outbox-all", List.of(Blocks.button("Send all again", "outbox again all"))));
        }
        dead.forEach(letter -> blocks.addAll(GivenUp.blocks(letter, mayKnow(letter, person))));
        return Reply.blocks(summary, blocks);
    }

    private boolean mayKnow(DeadLetter letter, String person) {
        return !letter.restricted() || operators.include(person) || concerning.mayKnow(letter.incident(), person);
    }
}
