package dev.coalmine.bot.webhooks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Fetches the certificates with which SNS signs, one request each per day. A sender waits meanwhile, so not for long. Where
 * there is no SNS, there is no need of its threads.
 */
@Lazy
@Component
class FetchedCertificates implements SigningCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(FetchedCertificates.class);

    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final long LARGEST = 64 << 10;
    private static final Duration TRUSTED = Duration.ofDays(1);
    private static final Duration DISTRUSTED = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 100;
    // Where Amazon's authorities are, in China others'; plain HTTP, as what comes from there is proved by its
    // signature.
    private static final Pattern AUTHORITY =
            Pattern.compile("[a-z0-9.-]{1,60}\\.(?:amazontrust\\.com|digicert\\.com|digicert\\.cn)");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<URI, Known> kept = new ConcurrentHashMap<>();
    private final Semaphore lines = new Semaphore(4);
    private final CertificateTrust trust = new CertificateTrust(anchors(), this::issuers);
    private final Clock clock;

    FetchedCertificates(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<PublicKey> key(URI address) {
        var now = clock.instant();
        var known = kept.get(address);
        if (known == null || known.until().isBefore(now)) {
            known = fetched(address, now);
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(address, known);
        }
        return Optional.ofNullable(known.certificate()).map(Certificate::getPublicKey);
    }

    /** Whoever finds all lines taken is to come again: they are not to take the threads of other sources. */
    private Known fetched(URI address, Instant now) {
        if (!lines.tryAcquire()) {
            throw new ProofMissing("Too many certificates are being fetched.");
        }
        try {
            return judged(get(address), now);
        } finally {
            lines.release();
        }
    }

    private Known judged(HttpResponse<byte[]> answer, Instant now) {
        var shown = answer.statusCode() == 200 ? certificates(answer.body()) : List.<X509Certificate>of();
        if (answer.statusCode() >= 500) {
            throw new ProofMissing("SNS answers %d.".formatted(answer.statusCode()));
        }
        if (shown.isEmpty()) {
            return new Known(null, now.plus(DISTRUSTED));
        }
        var others = new ArrayList<>(shown.subList(1, shown.size()));
        others.addAll(answer.sslSession().map(FetchedCertificates::peers).orElse(List.of()));
        return trust.trusts(shown.getFirst(), others, now)
                ? new Known(
                        shown.getFirst(), earlier(shown.getFirst().getNotAfter().toInstant(), now.plus(TRUSTED)))
                : new Known(null, now.plus(DISTRUSTED));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private List<X509Certificate> issuers(URI address) {
        var authority = address.getRawAuthority();
        if (!"http".equals(address.getScheme())
                || authority == null
                || !AUTHORITY.matcher(authority).matches()) {
            return List.of();
        }
        var answer = get(address);
        if (answer.statusCode() != 200) {
            throw new ProofMissing("The issuer of a certificate cannot be had.");
        }
        return certificates(answer.body());
    }

    private HttpResponse<byte[]> get(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new ProofMissing("A certificate cannot be had: " + Outline.of(away));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProofMissing("The bot is stopping.");
        } finally {
            answer.cancel(true);
        }
    }

    static List<X509Certificate> certificates(byte[] encoded) {
        try (var stream = new ByteArrayInputStream(encoded)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException | IOException noCertificate) {
            return List.of();
        }
    }

    private static List<X509Certificate> peers(SSLSession session) {
        try {
            return Arrays.stream(session.getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        }
    }

    /** Those that this Java trusts. */
    private static Set<TrustAnchor> anchors() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                    .map(issuer -> new TrustAnchor(issuer, null))
                    .collect(Collectors.toSet());
        } catch (GeneralSecurityException noAuthorities) {
            throw new IllegalStateException("This Java trusts no certificates.", noAuthorities);
        }
    }

    /** @param certificate null if there is none to be trusted */
    private record Known(@Nullable X509Certificate certificate, Instant until) {}
}
