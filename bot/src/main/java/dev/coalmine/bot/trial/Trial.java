package dev.coalmine.bot.trial;

import dev.coalmine.bot.slack.Manifest;
import dev.coalmine.bot.slack.SlackSettings;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Decides which workspace Coalmine works in: the one it has a token for, or one that it starts itself. */
@Configuration(proxyBeanMethods = false)
class Trial {

    @Bean
    OwnSandbox ownSandbox(Environment environment) {
        return configured(environment).configured()
                ? OwnSandbox.none()
                : OwnSandbox.of(Sandbox.start(SandboxSettings.fromEnvironment(System.getenv())));
    }

    @Bean
    SlackSettings slackSettings(Environment environment, OwnSandbox sandbox) {
        var configured = configured(environment);
        return sandbox.get()
                .map(own -> configured.at(own.apiUrl(), own.botToken(), own.appToken()))
                .orElse(configured);
    }

    @Bean
    Welcome welcome(OwnSandbox sandbox, Manifest manifest) {
        return new Welcome(sandbox, manifest);
    }

    private static SlackSettings configured(Environment environment) {
        return Binder.get(environment).bindOrCreate("slack", SlackSettings.class);
    }

    /** Says where to go, once there is somewhere to go. */
    static final class Welcome {

        private final OwnSandbox sandbox;
        private final Manifest manifest;

        Welcome(OwnSandbox sandbox, Manifest manifest) {
            this.sandbox = sandbox;
            this.manifest = manifest;
        }

        @EventListener
        void say(ApplicationReadyEvent ready) {
            if (ready.getApplicationContext() instanceof WebServerApplicationContext web
                    && web.getWebServer() != null) {
                System.out.printf(
                        "%nCoalmine is up: http://localhost:%d%n",
                        web.getWebServer().getPort());
            }
            sandbox.get().ifPresent(own -> {
                own.install(manifest.json());
                System.out.printf("Sandbox to try it in: %s%n%n", own.url());
            });
        }
    }
}
