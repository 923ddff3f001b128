package dev.coalmine.bot.slack;

import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.model.User;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds the people whom pages and the catalog name. */
@Component
public class Directory {

    // Slack's ids have nine characters or more, digits among them; a name in capitals is none.
    private static final Pattern ID = Pattern.compile("[UW](?=[A-Z]*[0-9])[A-Z0-9]{7,}");
    private static final int PAGE = 200;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final SlackCalls slack;
    private final People people;
    private final Clock clock;
    private Instant listed = Instant.MIN;

    Directory(SlackCalls slack, People people, Clock clock) {
        this.slack = slack;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Who is meant by an id, an e-mail address, a handle, a full name, or the handle of a user group.
     *
     * @return empty when nobody is, or a name fits several
     */
    public Optional<List<String>> find(String name) throws Undelivered {
        var wanted = name.strip().replaceFirst("^@", "");
        if (ID.matcher(wanted).matches()) {
            return Optional.of(List.of(wanted));
        }
        var known = people.theOneCalled(wanted);
        if (known.isPresent()) {
            return known.map(person -> List.of(person.id()));
        }
        return wanted.contains("@") ? byEmail(wanted) : byName(wanted);
    }

    /** Asks Slack who this is, and remembers it. */
    public void meet(String id) throws Undelivered {
        var answer = slack.call("users.info", null, api -> api.usersInfo(r -> r.user(id)), "user_not_found");
        if (answer.isOk()) {
            keep(answer.getUser());
        }
    }

    /** Asks Slack who goes by that id, handle or e-mail address, and remembers it. */
    public void meetCalled(String name) throws Undelivered {
        if (ID.matcher(name).matches()) {
            meet(name);
        } else {
            find(name);
        }
    }

    private Optional<List<String>> byEmail(String email) throws Undelivered {
        var answer = slack.call(
                "users.lookupByEmail", null, api -> api.usersLookupByEmail(r -> r.email(email)), "users_not_found");
        if (!answer.isOk() || answer.getUser().isDeleted()) {
            return Optional.empty();
        }
        keep(answer.getUser());
        return Optional.of(List.of(answer.getUser().getId()));
    }

    private Optional<List<String>> byName(String name) throws Undelivered {
        listEverybody();
        var person = people.theOneCalled(name).map(found -> List.of(found.id()));
        return person.isPresent() ? person : byGroup(name);
    }

    private Optional<List<String>> byGroup(String handle) throws Undelivered {
        var groups = slack.call("usergroups.list", null, api -> api.usergroupsList(r -> r), "missing_scope");
        if (!groups.isOk()) {
            return Optional.empty();
        }
        for (var group : groups.getUsergroups()) {
            if (handle.equalsIgnoreCase(group.getHandle())) {
                return Optional.of(slack.call(
                                "usergroups.users.list",
                                null,
                                api -> api.usergroupsUsersList(r -> r.usergroup(group.getId())))
                        .getUsers());
            }
        }
        return Optional.empty();
    }

    private synchronized void listEverybody() throws Undelivered {
        if (listed.isAfter(clock.instant().minus(FRESH))) {
            return;
        }
        var cursor = "";
        do {
            var page = page(cursor);
            people.saveAll(page.getMembers().stream().map(Directory::person).toList());
            cursor = page.getResponseMetadata() == null
                    ? ""
                    : Objects.requireNonNullElse(page.getResponseMetadata().getNextCursor(), "");
        } while (!cursor.isEmpty());
        listed = clock.instant();
    }

    private UsersListResponse page(String cursor) throws Undelivered {
        return slack.call(
                "users.list", null, api -> api.usersList(r -> r.limit(PAGE).cursor(cursor)));
    }

    private void keep(User user) {
        people.save(person(user));
    }

    static Person person(User user) {
        var profile = user.getProfile();
        var fullName = profile != null && profile.getRealName() != null ? profile.getRealName() : user.getRealName();
        return new Person(
                user.getId(),
                user.getName().toLowerCase(Locale.ROOT),
                fullName == null ? user.getName() : fullName,
                profile == null ? null : profile.getEmail(),
                user.getTz(),
                !user.isDeleted() && !user.isBot());
    }
}
