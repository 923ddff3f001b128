package dev.coalmine.bot.slack.doors;

import com.slack.api.bolt.App;

/** One way in which people in Slack reach Coalmine; found by itself, like a command. */
public interface Door {

    void openOn(App app);
}
