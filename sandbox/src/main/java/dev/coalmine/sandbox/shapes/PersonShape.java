package dev.coalmine.sandbox.shapes;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Team;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** A person as Slack writes them. */
public final class PersonShape {

    private PersonShape() {}

    /** The e-mail address is only there for an app that may see it. */
    public static ObjectNode of(Person person, boolean withEmail) {
        var zone = ZoneId.of(person.tz());
        var json = Json.object()
                .put("id", person.id())
                .put("team_id", Team.ID)
                .put("name", person.name())
                .put("deleted", false)
                .put("color", "9f69e7")
                .put("real_name", person.realName())
                .put("tz", person.tz())
                .put("tz_label", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .put(
                        "tz_offset",
                        zone.getRules()
                                .getOffset(Instant.ofEpochSecond(person.updated()))
                                .getTotalSeconds())
                .put("is_admin", false)
                .put("is_owner", false)
                .put("is_primary_owner", false)
                .put("is_restricted", false)
                .put("is_ultra_restricted", false)
                .put("is_bot", person.bot())
                .put("is_app_user", false)
                .put("updated", person.updated())
                .put("is_email_confirmed", !person.bot())
                .put("who_can_share_contact_card", "EVERYONE");
        json.set("profile", profile(person, withEmail));
        return json;
    }

    private static ObjectNode profile(Person person, boolean withEmail) {
        var names = person.realName().split(" ", 2);
        var profile = Json.object()
                .put("title", "")
                .put("phone", "")
                .put("skype", "")
                .put("real_name", person.realName())
                .put("real_name_normalized", person.realName())
                .put("display_name", person.name())
                .put("display_name_normalized", person.name())
                .put("first_name", names[0])
                .put("last_name", names.length > 1 ? names[1] : "")
                .put("status_text", "")
                .put("status_text_canonical", "")
                .put("status_emoji", "")
                .put("status_expiration", 0)
                .put("avatar_hash", "")
                .put("team", Team.ID);
        if (person.bot()) {
            profile.put("bot_id", App.BOT_ID).put("api_app_id", App.ID).put("always_active", true);
        } else if (withEmail) {
            profile.put("email", person.email());
        }
        return profile;
    }
}
