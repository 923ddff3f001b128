package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Whether a certificate is one of SNS: valid now, of its name, and leading to an authority that is trusted. SNS shows no
 * more than the last link of the chain, so those between are fetched from where each says that its issuer is to be found.
 */
final class CertificateTrust {

    // "sns.amazonaws.com" in most regions; others have names such as "sns-signing.ap-east-1.amazonaws.com".
    private static final Pattern NAME =
            Pattern.compile("sns(?:-signing)?(?:[.-][a-z0-9-]{1,40})?\\.amazonaws\\.com(?:\\.cn)?");
    private static final int MOST_LINKS = 3;
    private static final int DNS = 2;

    private static final String INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    /** The method “issuers”, and that a web address follows, as RFC 5280 (4.2.2.1) writes it in DER. */
    private static final byte[] ISSUERS = {6, 8, 0x2B, 6, 1, 5, 5, 7, 0x30, 2, (byte) 0x86};

    private final Set<TrustAnchor> anchors;
    private final Function<URI, List<X509Certificate>> fetch;

    /** @param fetch gives the certificates at an address; none if there are none, or it should not be gone to */
    CertificateTrust(Set<TrustAnchor> anchors, Function<URI, List<X509Certificate>> fetch) {
        this.anchors = anchors;
        this.fetch = fetch;
    }

    boolean trusts(X509Certificate certificate, Collection<X509Certificate> known, Instant now) {
        return isNamed(certificate) && leads(certificate, new ArrayList<>(known), now);
    }

    private boolean leads(X509Certificate certificate, List<X509Certificate> known, Instant now) {
        var last = certificate;
        for (var links = 0; links < MOST_LINKS; links++) {
            if (chained(certificate, known, now)) {
                return true;
            }
            var more = issuers(last).map(fetch).orElse(List.of());
            if (more.isEmpty()) {
                return false;
            }
            known.addAll(more);
            last = more.getFirst();
        }
        return chained(certificate, known, now);
    }

    private boolean chained(X509Certificate certificate, List<X509Certificate> known, Instant now) {
        try {
            var wanted = new X509CertSelector();
            wanted.setCertificate(certificate);
            var parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            parameters.addCertStore(CertStore.getInstance(
                    "Collection",
                    new CollectionCertStoreParameters(Stream.concat(Stream.of(certificate), known.stream())
                            .toList())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException noWay) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has PKIX.", impossible);
        }
    }

    /** Where a certificate says that it names other hosts, its subject does not count. */
    private static boolean isNamed(X509Certificate certificate) {
        var alternatives = alternatives(certificate);
        var names = alternatives.isEmpty() ? commonName(certificate).stream() : alternatives.stream();
        return names.anyMatch(name -> NAME.matcher(name).matches());
    }

    private static List<String> alternatives(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> Objects.equals(name.getFirst(), DNS))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (GeneralSecurityException unreadable) {
            return List.of("");
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst();
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<URI> issuers(X509Certificate certificate) {
        var access = certificate.getExtensionValue(INFORMATION_ACCESS);
        if (access == null) {
            return Optional.empty();
        }
        for (var n = 0; n + ISSUERS.length < access.length; n++) {
            if (beginsAt(n, access)) {
                return address(access, n + ISSUERS.length);
            }
        }
        return Optional.empty();
    }

    private static boolean beginsAt(int start, byte[] access) {
        for (var n = 0; n < ISSUERS.length; n++) {
            if (access[start + n] != ISSUERS[n]) {
                return false;
            }
        }
        return true;
    }

    /** One byte of length, as addresses of issuers are short. */
    private static Optional<URI> address(byte[] access, int start) {
        var length = access[start];
        if (length <= 0 || start + 1 + length > access.length) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(new String(access, start + 1, length, US_ASCII)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
