package dev.coalmine.bot.webhooks;

import static java.util.Objects.requireNonNull;

import dev.coalmine.bot.metrics.AckTimer;
import dev.coalmine.storage.pages.AlertLog;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookSettings.class)
class Webhooks {

    private static final String PATHS = "/hooks/*";

    @Bean
    ServletRegistrationBean<Hooks> hooks(
            List<AlertSource> sources,
            HookSettings settings,
            AlertLog log,
            List<AlertLogReader> readers,
            Clock clock,
            AckTimer timer,
            MeterRegistry meters) {
        return new ServletRegistrationBean<>(new Hooks(sources, settings, log, readers, clock, timer, meters), PATHS);
    }

    /** Past the filters that everything else goes through: in a storm they take more than the servlet does. */
    @Bean
    FilterRegistrationBean<Filter> shortWayToHooks(ServletRegistrationBean<Hooks> hooks) {
        var servlet = requireNonNull(hooks.getServlet());
        var shortWay =
                new FilterRegistrationBean<Filter>((request, response, rest) -> servlet.service(request, response));
        // One after the door for beats, whose path lies within.
        shortWay.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        shortWay.addUrlPatterns(PATHS);
        return shortWay;
    }
}
