package dev.coalmine.bot.heartbeats;

import dev.coalmine.commands.heartbeats.Beats;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class BeatDoors {

    /** Before the door for alerts, which takes all that is left below {@code /hooks}. */
    @Bean
    FilterRegistrationBean<Filter> doorForBeats(Beats beats, MeterRegistry meters) {
        var door = new BeatDoor(beats, meters);
        var way = new FilterRegistrationBean<Filter>((request, response, rest) -> door.service(request, response));
        way.setOrder(Ordered.HIGHEST_PRECEDENCE);
        way.addUrlPatterns(BeatDoor.PATH + "*");
        return way;
    }
}
