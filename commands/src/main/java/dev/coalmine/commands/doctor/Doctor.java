package dev.coalmine.commands.doctor;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks at everything Coalmine needs, and says how to mend what is not well. */
@Component
class Doctor implements Command {

    private static final Logger log = LoggerFactory.getLogger(Doctor.class);

    // Slack gives up on the answer after three seconds.
    private static final int PATIENCE_SECONDS = 2;

    // Asked for late: some checks look at what needs the commands to be there.
    private final ObjectProvider<Check> checks;

    Doctor(ObjectProvider<Check> checks) {
        this.checks = checks;
    }

    @Override
    public String word() {
        return "doctor";
    }

    @Override
    public String usage() {
        return "doctor";
    }

    @Override
    public String does() {
        return "Checks Coalmine itself, and says how to mend what is wrong.";
    }

    @Override
    public String example() {
        return "doctor";
    }

    @Override
    public Topic topic() {
        return Topic.OPERATORS;
    }

    @Override
    public Reply run(Request request) {
        if (!request.isEmpty()) {
            throw wrongUsage("`doctor` looks at everything at once.");
        }
        var findings = checks.stream()
                .sorted(Comparator.comparing(Check::name))
                .map(check -> CompletableFuture.supplyAsync(() -> look(check), Thread::startVirtualThread)
                        .completeOnTimeout(slow(), PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .thenApply(finding -> line(check, finding)))
                .toList();
        return Reply.line(
                String.join("\n", findings.stream().map(CompletableFuture::join).toList()));
    }

    private static Finding look(Check check) {
        try {
            return check.look();
        } catch (RuntimeException e) {
            log.warn("The check of {} failed: {}", check.name(), e.toString());
            return new Finding.Trouble("the check itself failed", "see the log for why");
        }
    }

    private static Finding slow() {
        return new Finding.Trouble(
                "no answer within %d s".formatted(PATIENCE_SECONDS), "try again; if it stays so, look at the network");
    }

    private static String line(Check check, Finding finding) {
        return switch (finding) {
            case Finding.Well(var detail) ->
                ":white_check_mark: *%s*: %s".formatted(Shown.capital(check.name()), detail);
            case Finding.Notice(var detail, var mend) ->
                ":warning: *%s*: %s. To mend it: %s.".formatted(Shown.capital(check.name()), detail, mend);
            case Finding.Trouble(var detail, var mend) ->
                ":x: *%s*: %s. To mend it: %s.".formatted(Shown.capital(check.name()), detail, mend);
        };
    }
}
