package dev.coalmine.bot.webhooks;

import dev.coalmine.storage.pages.AlertLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookSettings.class)
class Webhooks {

    @Bean
    ServletRegistrationBean<Hooks> hooks(
            List<AlertSource> sources,
            HookSettings settings,
            AlertLog log,
            AlertLogReader reader,
            Clock clock,
            MeterRegistry meters) {
        return new ServletRegistrationBean<>(new Hooks(sources, settings, log, reader, clock, meters), "/hooks/*");
    }
}
