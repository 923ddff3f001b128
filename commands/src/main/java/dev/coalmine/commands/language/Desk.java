package dev.coalmine.commands.language;

import dev.coalmine.storage.events.SeenEvents;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes every question, finds what answers it, and sees to it that a refusal changes nothing. */
@Component
public class Desk {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);
    private static final Pattern NUMBER = Pattern.compile("#(\\d{1,18})");

    private final Map<String, Command> commands = new HashMap<>();
    private final Map<String, Form> forms;
    private final Map<String, Shortcut> shortcuts;
    private final SeenEvents seen;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Desk(
            List<Command> commands,
            List<Form> forms,
            List<Shortcut> shortcuts,
            SeenEvents seen,
            TransactionTemplate transaction,
            Clock clock) {
        commands.forEach(this::register);
        this.forms = forms.stream().collect(Collectors.toMap(Form::name, Function.identity()));
        this.shortcuts = shortcuts.stream().collect(Collectors.toMap(Shortcut::id, Function.identity()));
        this.seen = seen;
        this.transaction = transaction;
        this.clock = clock;
    }

    private void register(Command command) {
        commands.put(command.word(), command);
        command.aliases().forEach(alias -> commands.put(alias, command));
    }

    /** Answers what follows {@code /incident}. */
    public Reply ask(Request request) {
        return answer(request.key(), () -> dispatch(request));
    }

    /**
     * Answers what was said to Coalmine in public. The answer is kept in one transaction with what was done, or, as a
     * refusal undoes its own, in one of its own.
     *
     * @throws DataAccessException or {@link TransactionException} when it could not be kept; it may be asked again
     */
    public void ask(Request request, Consumer<Reply> keep) {
        try {
            once(request.key(), () -> keep.accept(dispatch(request)));
        } catch (Refused refused) {
            once(request.key(), () -> keep.accept(Reply.line(refused.reason())));
        } catch (WrongUsage wrong) {
            once(request.key(), () -> keep.accept(Reply.line(wrong.reason())));
        }
    }

    /** Takes a filled-in form. */
    public Reply submit(String form, Submission submission) {
        return answer(submission.key(), () -> known(forms, form).submit(submission));
    }

    /** Follows a shortcut. */
    public Reply use(String shortcut, Shortcut.Use use) {
        return answer(use.key(), () -> known(shortcuts, shortcut).run(use));
    }

    private Reply dispatch(Request request) {
        if (request.isEmpty()) {
            return command("help").run(request);
        }
        var number = NUMBER.matcher(request.first());
        if (number.matches()) {
            return dispatch(named(request, Long.parseLong(number.group(1))));
        }
        return command(request.first()).run(request.afterFirst());
    }

    private static Request named(Request request, long number) {
        var about = request.about(number);
        return about.isEmpty() ? about.saying("show") : about;
    }

    private Command command(String word) {
        var found = commands.get(word.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new Refused("“%s” is no command. %s".formatted(Markup.clip(word, 50), suggestion(word)));
        }
        return found;
    }

    private String suggestion(String word) {
        return Spelling.nearest(word, commands.keySet())
                .map(commands::get)
                .map(near -> "Did you mean `/incident %s`? `/incident help` lists all."
                        .formatted(Markup.escape(near.usage())))
                .orElse("To report a problem: `/incident declare &lt;title&gt;`. `/incident help` lists all.");
    }

    private static <T> T known(Map<String, T> all, String name) {
        var found = all.get(name);
        if (found == null) {
            throw new Refused("That comes from an older version of this message. Please use `/incident help`.");
        }
        return found;
    }

    private Reply answer(@Nullable String key, Supplier<Reply> work) {
        try {
            return transaction.execute(status -> {
                var reply = isNew(key) ? work.get() : Reply.nothing();
                // A form sent back comes again, mended and under the same key.
                if (reply instanceof Reply.Mistakes) {
                    status.setRollbackOnly();
                }
                return reply;
            });
        } catch (Refused refused) {
            return Reply.line(refused.reason());
        } catch (WrongUsage wrong) {
            return Reply.line(wrong.reason());
        } catch (DataAccessException | TransactionException e) {
            log.error("A request could not be recorded: {}", e.toString());
            return Reply.line(
                    "The record cannot be written right now, so nothing was changed. Please try again in a moment.");
        }
    }

    private void once(@Nullable String key, Runnable work) {
        transaction.executeWithoutResult(_ -> {
            if (isNew(key)) {
                work.run();
            }
        });
    }

    private boolean isNew(@Nullable String key) {
        return key == null || seen.isNew(key, clock.instant());
    }
}
