package dev.coalmine.bot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets everybody ask whether Coalmine is well, and only the operator ask more of it. Not found by scanning but named in
 * {@code META-INF/spring}, so that it holds on a management port of its own as well.
 */
class ActuatorGate {

    @Bean
    FilterRegistrationBean<Gate> actuatorGate(ObjectProvider<OperatorsToken> token, WebEndpointProperties endpoints) {
        var gate = new FilterRegistrationBean<>(new Gate(token, endpoints.getBasePath() + "/health"));
        gate.addUrlPatterns(endpoints.getBasePath() + "/*");
        return gate;
    }

    static final class Gate extends OncePerRequestFilter {

        private final ObjectProvider<OperatorsToken> token;
        private final String open;

        Gate(ObjectProvider<OperatorsToken> token, String open) {
            this.token = token;
            this.open = open;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            var path = request.getServletPath();
            return path.equals(open) || path.startsWith(open + "/");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            switch (judge(request.getHeader(HttpHeaders.AUTHORIZATION))) {
                case CLOSED -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                case MISSING, WRONG -> challenge(response);
                case RIGHT -> chain.doFilter(request, response);
            }
        }

        private OperatorsToken.Answer judge(@Nullable String authorization) {
            var known = token.getIfAvailable();
            return known == null ? OperatorsToken.Answer.CLOSED : known.judge(authorization);
        }

        private static void challenge(HttpServletResponse response) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"coalmine\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
