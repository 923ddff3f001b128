package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A root, an authority below it, and what that signs: as with SNS, whoever is asked shows the last only. */
class CertificateTrustTest {

    private static final URI ISSUER = URI.create("http://crt.example.amazontrust.com/a.cer");

    private static Path folder;
    private static X509Certificate root;
    private static X509Certificate authority;
    private static X509Certificate sns;
    private static X509Certificate stranger;

    private final List<URI> fetched = new ArrayList<>();

    @BeforeAll
    static void sign(@TempDir Path temporary) throws Exception {
        folder = temporary;
        make("root", "CN=Root", "bc:c");
        make("other", "CN=Root", "bc:c");
        make("authority", "CN=Authority", "bc:c");
        make("sns", "CN=sns.amazonaws.com");
        make("stranger", "CN=evil.example");
        root = certificate("root");
        authority = signed("authority", "root", "bc:c");
        sns = signed("sns", "authority", "aia=caIssuers:uri:" + ISSUER, "san=dns:sns.amazonaws.com");
        stranger = signed("stranger", "authority", "aia=caIssuers:uri:" + ISSUER, "san=dns:evil.example");
    }

    @Test
    void theLinkBetweenIsFetchedFromWhereItIsSaidToBe() {
        assertThat(trust(root).trusts(sns, List.of(), now())).isTrue();
        assertThat(fetched).containsExactly(ISSUER);
    }

    @Test
    void whatIsThereAlreadyIsNotFetched() {
        assertThat(trust(root).trusts(sns, List.of(authority), now())).isTrue();
        assertThat(fetched).isEmpty();
    }

    @Test
    void whatLeadsElsewhereIsNotTrusted() throws Exception {
        assertThat(trust(certificate("other")).trusts(sns, List.of(authority), now()))
                .isFalse();
        assertThat(trust(root).trusts(certificate("sns-alone"), List.of(), now()))
                .isFalse();
    }

    @Test
    void anotherNameIsNotTrusted() {
        assertThat(trust(root).trusts(stranger, List.of(authority), now())).isFalse();
    }

    @Test
    void whatIsOverIsNotTrusted() {
        var later = sns.getNotAfter().toInstant().plus(Duration.ofDays(1));
        assertThat(trust(root).trusts(sns, List.of(authority), later)).isFalse();
    }

    private CertificateTrust trust(X509Certificate anchor) {
        return new CertificateTrust(Set.of(new TrustAnchor(anchor, null)), address -> {
            fetched.add(address);
            return List.of(authority);
        });
    }

    private static Instant now() {
        return sns.getNotBefore().toInstant().plus(Duration.ofMinutes(1));
    }

    private static void make(String name, String subject, String... extensions) throws Exception {
        keytool(
                extensions,
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                subject,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "365");
        keytool(
                new String[0],
                "-exportcert",
                "-alias",
                name,
                "-file",
                folder.resolve(name + "-alone.cer").toString());
    }

    private static X509Certificate signed(String name, String by, String... extensions) throws Exception {
        var request = folder.resolve(name + ".csr").toString();
        var file = folder.resolve(name + ".cer");
        keytool(new String[0], "-certreq", "-alias", name, "-file", request);
        keytool(
                extensions,
                "-gencert",
                "-alias",
                by,
                "-infile",
                request,
                "-outfile",
                file.toString(),
                "-validity",
                "364");
        keytool(new String[0], "-importcert", "-noprompt", "-alias", name, "-file", file.toString());
        return read(file);
    }

    private static X509Certificate certificate(String name) throws IOException {
        return read(folder.resolve(name.endsWith("-alone") ? name + ".cer" : name + "-alone.cer"));
    }

    private static X509Certificate read(Path file) throws IOException {
        return FetchedCertificates.certificates(Files.readAllBytes(file)).getFirst();
    }

    private static void keytool(String[] extensions, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", "changeit"));
        for (var extension : extensions) {
            command.addAll(List.of("-ext", extension));
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
