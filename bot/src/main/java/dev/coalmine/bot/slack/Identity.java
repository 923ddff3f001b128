package dev.coalmine.bot.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who Coalmine is in the workspace. Asked once Slack answers, and only a success is remembered: a token belongs to one
 * user for ever, and another token comes with a restart.
 */
@Component
public class Identity {

    private final SlackCalls slack;
    private volatile @Nullable AuthTestResponse known;

    Identity(SlackCalls slack) {
        this.slack = slack;
    }

    /** Slack id of the bot's user. */
    public String botUser() throws Undelivered {
        return whoAmI().getUserId();
    }

    /** What Slack says of the token now, from Slack itself. */
    public AuthTestResponse ask() throws Undelivered {
        var answer = slack.atOnce(() -> slack.call("auth.test", null, api -> api.authTest(r -> r)));
        known = answer;
        return answer;
    }

    private AuthTestResponse whoAmI() throws Undelivered {
        var answer = known;
        return answer == null ? ask() : answer;
    }
}
