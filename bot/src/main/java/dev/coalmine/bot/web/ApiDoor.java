package dev.coalmine.bot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lets programs in that show the operator's token, and reads the JSON they bring. */
@Component
class ApiDoor {

    private static final int MOST_BYTES = 64 * 1024;

    private final OperatorsToken token;
    private final JsonMapper json;

    ApiDoor(OperatorsToken token, JsonMapper json) {
        this.token = token;
        this.json = json;
    }

    void letIn(@Nullable String authorization) {
        switch (token.judge(authorization)) {
            case CLOSED ->
                throw new ApiProblem(HttpStatus.NOT_FOUND, "The API is closed: coalmine.api.token is not set.");
            case MISSING ->
                throw new ApiProblem(
                        HttpStatus.UNAUTHORIZED, "Show the token: Authorization: Bearer <coalmine.api.token>.");
            case WRONG -> throw new ApiProblem(HttpStatus.UNAUTHORIZED, "That is not the token.");
            case RIGHT -> {}
        }
    }

    /** What was sent, with its bytes. */
    Body read(HttpServletRequest request, Set<String> known) throws IOException {
        mustBeJson(request.getContentType());
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 64 KB.");
        }
        var object = object(bytes);
        var unknown = new TreeSet<>(object.propertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw bad("Not known: %s. There are %s."
                    .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(known))));
        }
        return new Body(bytes, object);
    }

    static ApiProblem bad(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, detail);
    }

    private static void mustBeJson(@Nullable String type) {
        try {
            if (type != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type))) {
                return;
            }
        } catch (InvalidMediaTypeException garbled) {
            // Answered like any other that is not JSON.
        }
        throw new ApiProblem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Send JSON, and say so: %s: application/json.".formatted(HttpHeaders.CONTENT_TYPE));
    }

    private ObjectNode object(byte[] bytes) {
        try {
            if (json.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw bad("That is not JSON: %s".formatted(malformed.getOriginalMessage()));
        }
        throw bad("Send a JSON object, such as {\"title\": \"Checkout is down\"}.");
    }

    /** A JSON object as it was sent. */
    record Body(byte[] bytes, ObjectNode json) {

        /** A text of at most {@code most} characters; null when it is not there. */
        @Nullable
        String text(String name, int most) {
            var value = json.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isString() && !value.isNumber()) {
                throw bad("“%s” has to be a text.".formatted(name));
            }
            var text = value.asString().strip();
            if (text.length() > most) {
                throw bad("“%s” may have %d characters at most.".formatted(name, most));
            }
            return text.isEmpty() ? null : text;
        }

        boolean flag(String name) {
            var value = json.path(name);
            if (value.isMissingNode() || value.isBoolean()) {
                return value.asBoolean(false);
            }
            throw bad("“%s” has to be true or false.".formatted(name));
        }

        JsonNode at(String name) {
            return json.path(name);
        }
    }
}
