package dev.coalmine.bot.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that SNS writes into its messages. They come from outside, and the bot goes there: so nowhere but to SNS itself.
 */
final class SnsAddress {

    // The whole authority: no user, no port, no other host that begins or ends like it.
    private static final Pattern HOST = Pattern.compile("sns\\.[a-z]{2}[a-z0-9-]{3,28}\\.amazonaws\\.com(?:\\.cn)?");

    private SnsAddress() {}

    /** Where a signing certificate is; empty if it cannot be there. */
    static Optional<URI> ofCertificate(@Nullable String address) {
        return of(address)
                .filter(uri -> uri.getRawQuery() == null && uri.getRawPath().endsWith(".pem"));
    }

    /** Where a subscription is confirmed; empty if that is not SNS. */
    static Optional<URI> of(@Nullable String address) {
        try {
            return Optional.ofNullable(address).map(SnsAddress::parsed).filter(SnsAddress::isOfSns);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static boolean isOfSns(URI uri) {
        return "https".equals(uri.getScheme())
                && uri.getRawAuthority() != null
                && HOST.matcher(uri.getRawAuthority()).matches()
                && uri.getRawPath() != null
                && uri.getRawFragment() == null;
    }
}
