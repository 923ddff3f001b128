package dev.coalmine.bot.health;

import dev.coalmine.bot.slack.SlackSettings;
import dev.coalmine.bot.slack.SocketConnection;
import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import org.springframework.stereotype.Component;

/** Whether what people do in Slack arrives here. */
@Component
class DeliveryCheck implements Check {

    private final SocketConnection socket;
    private final SlackSettings settings;

    DeliveryCheck(SocketConnection socket, SlackSettings settings) {
        this.socket = socket;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Finding look() {
        if (socket.wanted()) {
            return socket.connected()
                    ? new Finding.Well("arrive by Socket Mode")
                    : new Finding.Trouble(
                            "the Socket Mode connection is down", "check SLACK_APP_TOKEN and the network");
        }
        return settings.signingSecret().isBlank()
                ? new Finding.Trouble(
                        "neither Socket Mode nor HTTP is configured", "set SLACK_APP_TOKEN or SLACK_SIGNING_SECRET")
                : new Finding.Well("arrive by HTTP, signed");
    }
}
