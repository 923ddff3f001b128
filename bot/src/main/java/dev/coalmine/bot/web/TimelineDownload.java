package dev.coalmine.bot.web;

import dev.coalmine.commands.reviews.Format;
import dev.coalmine.commands.reviews.TimelineExport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The record of an incident as a file, private ones included: the token is the operator's. */
@RestController
@EnableConfigurationProperties(ApiSettings.class)
class TimelineDownload {

    private final OperatorsToken token;
    private final TimelineExport export;

    TimelineDownload(OperatorsToken token, TimelineExport export) {
        this.token = token;
        this.export = export;
    }

    @GetMapping("/incidents/{number:\\d{1,18}}/timeline.{ending:md|csv|json}")
    void download(
            @PathVariable long number,
            @PathVariable String ending,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletResponse response)
            throws IOException {
        switch (token.judge(authorization)) {
            case CLOSED -> throw unknown();
            case MISSING -> challenge(response, "Bearer realm=\"coalmine\"");
            case WRONG -> challenge(response, "Bearer realm=\"coalmine\", error=\"invalid_token\"");
            case RIGHT -> send(number, Format.read(ending).orElseThrow(TimelineDownload::unknown), response);
        }
    }

    private void send(long number, Format format, HttpServletResponse response) throws IOException {
        var name = export.fileName(number, format).orElseThrow(TimelineDownload::unknown);
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        export.write(number, format, response.getOutputStream());
    }

    private static void challenge(HttpServletResponse response, String challenge) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"coalmine\", charset=\"UTF-8\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
