package dev.coalmine.bot.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client of Slack's SDK in this process, set up so that no call is made twice or hangs. */
@Configuration(proxyBeanMethods = false)
class SlackClient {

    // Beyond Slack's own limit nobody waits for the answer any more.
    private static final Duration CONNECT = Duration.ofSeconds(3);
    static final Duration CALL = Duration.ofSeconds(10);

    @Bean
    OkHttpClient http() {
        // By default OkHttp posts a second time after a connection was reset, and a message would appear twice.
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .connectTimeout(CONNECT)
                .callTimeout(CALL)
                .build();
    }

    @Bean(destroyMethod = "close")
    Slack slack(SlackSettings settings, OkHttpClient http) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.methodsUrl());
        config.setStatsEnabled(false);
        config.setTokenExistenceVerificationEnabled(false);
        return Slack.getInstance(config, new SlackHttpClient(http));
    }

    @Bean
    MethodsClient methods(Slack slack, SlackSettings settings) {
        return slack.methods(settings.botToken());
    }
}
