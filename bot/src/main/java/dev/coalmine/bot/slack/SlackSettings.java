package dev.coalmine.bot.slack;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slack is reached.
 *
 * @param botToken begins with {@code xoxb-}; without one Coalmine starts its own sandbox
 * @param appToken begins with {@code xapp-}; given, Socket Mode is used
 * @param signingSecret for events by HTTP
 * @param previousSigningSecret still accepted while the secret is changed
 * @param apiUrl of another Slack-compatible server; empty for Slack itself
 */
public record SlackSettings(
        @DefaultValue("") String botToken,
        @DefaultValue("") String appToken,
        @DefaultValue("") String signingSecret,
        @DefaultValue("") String previousSigningSecret,
        @DefaultValue("") String apiUrl) {

    private static final String SLACK = "https://slack.com/api/";

    /** Whether there is a workspace to talk to. */
    public boolean configured() {
        return !botToken.isBlank();
    }

    /** The same for another workspace. */
    public SlackSettings at(String otherApiUrl, String otherBotToken, String otherAppToken) {
        return new SlackSettings(otherBotToken, otherAppToken, signingSecret, previousSigningSecret, otherApiUrl);
    }

    boolean socketMode() {
        return !appToken.isBlank();
    }

    List<String> signingSecrets() {
        return Stream.of(signingSecret, previousSigningSecret)
                .filter(secret -> !secret.isBlank())
                .toList();
    }

    String methodsUrl() {
        var url = apiUrl.isBlank() ? SLACK : apiUrl;
        return url.endsWith("/") ? url : url + "/";
    }

    @Override
    public String toString() {
        return "SlackSettings[configured=%s, socketMode=%s, api=%s]"
                .formatted(configured(), socketMode(), methodsUrl());
    }
}
