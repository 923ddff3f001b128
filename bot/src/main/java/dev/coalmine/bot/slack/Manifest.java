package dev.coalmine.bot.slack;

import dev.coalmine.commands.language.Shortcut;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The app manifest that makes Slack know Coalmine, with the reason beside each scope. */
@Component
public class Manifest {

    private static final List<String> EVENTS = List.of(
            "app_home_opened",
            "app_mention",
            "channel_archive",
            "channel_deleted",
            "channel_id_changed",
            "channel_left",
            "channel_rename",
            "channel_unarchive",
            "group_archive",
            "group_deleted",
            "group_left",
            "group_rename",
            "group_unarchive",
            "member_joined_channel",
            "member_left_channel",
            "message.channels",
            "message.groups",
            "pin_added",
            "reaction_added",
            "team_join",
            "user_change");

    private final List<Shortcut> shortcuts;
    private final JsonMapper json;

    Manifest(List<Shortcut> shortcuts, JsonMapper json) {
        this.shortcuts = shortcuts.stream()
                .sorted(Comparator.comparing(Shortcut::onMessages).thenComparing(Shortcut::id))
                .toList();
        this.json = json;
    }

    /** As Slack takes it under “From an app manifest”. */
    public String yaml() {
        return """
            # Coalmine's app manifest for Slack: "Create New App", "From a manifest", paste this.
            # For HTTP instead of Socket Mode set socket_mode_enabled to false, put
            # request_url: https://<your host>/slack/events under event_subscriptions and interactivity, and
            # url: https://<your host>/slack/events under each slash command.
            display_information:
              name: Coalmine
              description: Runs incidents and keeps their record
              background_color: "#2b2b2b"
            features:
              app_home:
                home_tab_enabled: true
                messages_tab_enabled: true
                messages_tab_read_only_enabled: true
              bot_user:
                display_name: coalmine
                always_online: true
              slash_commands:
            %s  shortcuts:
            %soauth_config:
              scopes:
                bot:
            %ssettings:
              event_subscriptions:
                bot_events:
            %s  interactivity:
                is_enabled: true
              org_deploy_enabled: false
              socket_mode_enabled: true
              token_rotation_enabled: false
            """.formatted(commands(), shortcuts(), scopes(), events());
    }

    /** The same in JSON. */
    public String json() {
        Map<String, Object> manifest = new Yaml().load(yaml());
        return json.writeValueAsString(manifest);
    }

    private static String commands() {
        return Stream.of("/incident", "/inc").map("""
                - command: %s
                  description: Declare and run incidents
                  usage_hint: declare <title> | help
                  should_escape: true
            """::formatted).collect(Collectors.joining());
    }

    private String shortcuts() {
        return shortcuts.stream()
                .map(it -> """
                        - name: %s
                          type: %s
                          callback_id: %s
                          description: %s
                    """.formatted(it.label(), it.onMessages() ? "message" : "global", it.id(), it.does()))
                .collect(Collectors.joining());
    }

    private static String scopes() {
        return Scope.NEEDED.stream()
                .map(scope -> "      # %s%n      - %s%n".formatted(scope.reason(), scope.name()))
                .collect(Collectors.joining());
    }

    private static String events() {
        return EVENTS.stream().map("      - %s%n"::formatted).collect(Collectors.joining());
    }
}
