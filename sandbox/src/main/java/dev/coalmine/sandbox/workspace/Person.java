package dev.coalmine.sandbox.workspace;

/** Somebody in the workspace; the app's own user is one too, with {@code bot} set. */
public record Person(String id, String name, String realName, String email, String tz, boolean bot, long updated) {

    /** The name as people see it in front of a message. */
    public String firstName() {
        return realName.split(" ", 2)[0];
    }
}
