package dev.coalmine.bot.slack.errands;

import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells whether two drawings are the same. */
final class Fingerprint {

    private static final Gson JSON = GsonFactory.createSnakeCase();

    private Fingerprint() {}

    /** Of all that is drawn: texts, blocks, views. */
    static String of(Object... drawing) {
        var json = JSON.toJson(Arrays.asList(drawing)).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
