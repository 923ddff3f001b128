package dev.coalmine.commands.outbox;

import dev.coalmine.storage.rules.Markup;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why Slack did not take something, in words a person understands, and what to do before it is sent again. The codes are
 * those of Slack's method reference.
 *
 * @param words mark-up, the beginning of a sentence in small letters
 * @param mend mark-up, an instruction
 */
public record Cause(String words, String mend) {

    private static final String BUG = "please report it with the log; sending it again helps after an update";
    private static final Map<String, Cause> KNOWN = known();

    private static Map<String, Cause> known() {
        var all = new LinkedHashMap<String, Cause>();
        all.put(
                "is_archived",
                new Cause("the channel is archived", "unarchive the channel and send it again, or drop it"));
        all.put(
                "not_in_channel",
                new Cause(
                        "Coalmine is not in the channel",
                        "invite Coalmine with `/invite @coalmine` and send it again"));
        all.put(
                "channel_not_found",
                new Cause(
                        "there is no such channel, or Coalmine may not see it",
                        "invite Coalmine if the channel is private and send it again, or drop it if the channel is"
                                + " gone"));
        all.put("has no channel", new Cause("the incident has no channel", "see why its channel was not made, below"));
        all.put("invalid_blocks", new Cause("Slack finds the message malformed; that is a mistake in Coalmine", BUG));
        all.put("invalid_arguments", new Cause("Slack finds the call malformed; that is a mistake in Coalmine", BUG));
        all.put("msg_too_long", new Cause("the message is too long; that is a mistake in Coalmine", BUG));
        all.put("no_text", new Cause("the message is empty; that is a mistake in Coalmine", BUG));
        all.put(
                "missing_scope",
                new Cause(
                        "Coalmine was not given the permission for it",
                        "update the app with the manifest, install it again, and send it again"));
        all.put("no_permission", new Cause("Slack does not permit it", "ask an administrator of the workspace"));
        all.put(
                "restricted_action",
                new Cause("a setting of the workspace forbids it", "ask an administrator of the workspace"));
        for (var code : new String[] {"token_revoked", "token_expired", "invalid_auth", "not_authed"}) {
            all.put(
                    code,
                    new Cause(
                            "Slack no longer accepts Coalmine's token",
                            "install the app again, set SLACK_BOT_TOKEN, restart, and send it again"));
        }
        for (var code : new String[] {"account_inactive", "org_login_required", "team_access_not_granted"}) {
            all.put(
                    code,
                    new Cause(
                            "the app was removed from the workspace",
                            "install the app again, set SLACK_BOT_TOKEN, restart, and send it again"));
        }
        for (var code : new String[] {"user_not_found", "users_not_found", "cannot_dm_bot", "user_disabled"}) {
            all.put(code, new Cause("there is no such person any more", "drop it"));
        }
        all.put(
                "user_is_restricted",
                new Cause("guests may not be in that channel", "invite them by hand, or drop it"));
        all.put("cant_invite_self", new Cause("nobody can invite themselves", "drop it"));
        all.put("message_not_found", new Cause("the message was deleted in Slack", "drop it"));
        all.put(
                "file_uploads_disabled",
                new Cause("the workspace takes no files", "fetch the file by HTTP and drop it"));
        all.put(
                "tried ",
                new Cause("it was tried for a day without success", "see whether Slack is well and send it again"));
        return all;
    }

    /** What stands behind the reason under which it was given up. */
    public static Cause of(String reason) {
        return KNOWN.entrySet().stream()
                .filter(known -> reason.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> new Cause(
                        "Slack answered “%s”".formatted(Markup.clip(Markup.escape(reason), 200)),
                        "look that up in Slack's documentation, mend it, and send it again"));
    }
}
