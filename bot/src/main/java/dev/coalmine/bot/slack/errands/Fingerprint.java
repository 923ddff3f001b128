package dev.coalmine.bot.slack.errands;

import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import dev.coalmine.storage.rules.Sha256;
import java.util.Arrays;

/** Tells whether two drawings are the same. */
final class Fingerprint {

    private static final Gson JSON = GsonFactory.createSnakeCase();

    private Fingerprint() {}

    /** Of all that is drawn: texts, blocks, views. */
    static String of(Object... drawing) {
        return Sha256.hex(JSON.toJson(Arrays.asList(drawing)));
    }
}
