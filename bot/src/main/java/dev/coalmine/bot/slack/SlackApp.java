package dev.coalmine.bot.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import dev.coalmine.bot.slack.doors.Door;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Bolt's app. Its own middleware is left out: requests are verified before they reach it, and its authorization would
 * ask Slack before every answer and refuse everything while Slack is down.
 */
@Configuration(proxyBeanMethods = false)
class SlackApp {

    @Bean(destroyMethod = "stop")
    App app(Slack slack, List<Door> doors) {
        var config = AppConfig.builder()
                .slack(slack)
                .requestVerificationEnabled(false)
                .allEventsApiAutoAckEnabled(true)
                .ignoringSelfEventsEnabled(false)
                .ignoringSelfAssistantMessageEventsEnabled(false)
                .authTestCacheExpirationMillis(-1)
                .appInitializersEnabled(false)
                .build();
        var app = new App(config, new ArrayList<>());
        doors.forEach(door -> door.openOn(app));
        return app;
    }
}
