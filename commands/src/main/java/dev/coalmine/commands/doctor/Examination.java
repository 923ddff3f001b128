package dev.coalmine.commands.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks at everything Coalmine needs, all at once, and waits for none of it for long. */
@Component
public class Examination {

    private static final Logger log = LoggerFactory.getLogger(Examination.class);

    // Slack gives up on the answer after three seconds.
    private static final int PATIENCE_SECONDS = 2;

    // Asked for late: some checks look at what needs the commands to be there.
    private final ObjectProvider<Check> checks;

    Examination(ObjectProvider<Check> checks) {
        this.checks = checks;
    }

    /** What each check found, in the order of their names; takes two seconds at most. */
    public List<Result> findings() {
        return checks.stream()
                .sorted(Comparator.comparing(Check::name))
                .map(check -> CompletableFuture.supplyAsync(() -> look(check), Thread::startVirtualThread)
                        .completeOnTimeout(slow(), PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .thenApply(finding -> new Result(check.name(), finding)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
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

    /** What was looked at, and how it is. */
    public record Result(String name, Finding finding) {}
}
