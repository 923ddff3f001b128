package dev.coalmine.bot.slack;

import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps what is known of people up to date when Slack says that it changed. */
@Component
public class PeopleNews {

    private final People people;

    PeopleNews(People people) {
        this.people = people;
    }

    /** Coalmine's own user, which Slack names with each event: nobody can give it a role. */
    public void itself(String id) {
        if (!id.isEmpty()) {
            people.knowApp(id, "coalmine");
        }
    }

    /** @param user as Slack's {@code user_change} event describes them */
    public void changed(JsonNode user) {
        var profile = user.path("profile");
        var id = user.path("id").asString("");
        var handle = user.path("name").asString(id);
        if (!id.isEmpty()) {
            people.save(new Person(
                    id,
                    handle.toLowerCase(Locale.ROOT),
                    profile.path("real_name").asString(user.path("real_name").asString(handle)),
                    profile.path("email").asString(null),
                    user.path("tz").asString(null),
                    !user.path("deleted").asBoolean(false)
                            && !user.path("is_bot").asBoolean(false)));
        }
    }
}
