package dev.coalmine.commands.roles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The roles there are.
 *
 * @param more roles beside the usual ones; one of the same name replaces a usual one
 * @param askForCommanderAfter how long an incident may be without a commander before everybody is asked once more
 */
@ConfigurationProperties("coalmine.roles")
public record RoleSettings(
        @DefaultValue List<Role> more, @DefaultValue("5m") Duration askForCommanderAfter) {

    static final String COMMANDER = "commander";

    private static final List<Role> USUAL = List.of(
            new Role(
                    COMMANDER,
                    "Decide, delegate, and keep everybody on one picture. You need not fix anything yourself.",
                    true),
            new Role("deputy", "Stand in for the commander, and watch what they cannot.", true),
            new Role("scribe", "Write down what is decided and seen, with `/incident note`, while it happens.", true),
            new Role("communications", "Tell those outside what they need to know, when you said you would.", true),
            new Role("operations", "Make the changes, one at a time, and say what you do before you do it.", false),
            new Role("falsifier", "Look for what would prove the leading explanation wrong.", false),
            new Role("planner", "Prepare the remedy so that it is sound under more than one explanation.", false),
            new Role("responder", "Help where the commander asks you to; say what you are doing.", false),
            new Role("observer", "Watch and learn. Nobody will ask you for anything.", false));

    /** All roles, the usual ones first. */
    public List<Role> all() {
        var all = new ArrayList<>(USUAL);
        all.removeIf(usual -> more.stream().anyMatch(own -> own.name().equals(usual.name())));
        all.addAll(more);
        return all;
    }

    Optional<Role> named(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return all().stream().filter(role -> role.name().equals(wanted)).findFirst();
    }

    String names() {
        return String.join(", ", all().stream().map(Role::name).toList());
    }
}
