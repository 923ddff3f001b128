package dev.coalmine.bot.metrics;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Measures how long alert sources wait. */
@Configuration
class HookTimes {

    @Bean
    FilterRegistrationBean<Timing> hookTiming(AckTimer timer) {
        var registration = new FilterRegistrationBean<>(new Timing(timer));
        registration.addUrlPatterns("/hooks/*");
        return registration;
    }

    static final class Timing extends OncePerRequestFilter {

        private final AckTimer timer;

        Timing(AckTimer timer) {
            this.timer = timer;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try (var _ = LogContext.of(delivery(request))) {
                timer.time("hook", () -> passed(request, response, chain), HttpServletResponse::getStatus);
            } catch (ServletException | IOException | RuntimeException failed) {
                throw failed;
            } catch (Exception unknown) {
                throw new ServletException(unknown);
            }
        }

        private static HttpServletResponse passed(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, response);
            return response;
        }

        /** The source's or a proxy's own id, if there is one. */
        private static String delivery(HttpServletRequest request) {
            return Stream.of("X-Webhook-Id", "X-Request-Id")
                    .map(request::getHeader)
                    .flatMap(id -> Optional.ofNullable(id).stream())
                    .findFirst()
                    .orElseGet(() -> UUID.randomUUID().toString());
        }
    }
}
