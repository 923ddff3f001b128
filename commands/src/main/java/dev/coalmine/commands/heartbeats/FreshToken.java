package dev.coalmine.commands.heartbeats;

import dev.coalmine.storage.rules.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the address of a heartbeat ends with: 256 random bits. It is shown once and kept as a digest only, so whoever reads
 * the database cannot beat.
 */
record FreshToken(String shown, String kept) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static FreshToken fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var shown = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new FreshToken(shown, Sha256.hex(shown));
    }
}
