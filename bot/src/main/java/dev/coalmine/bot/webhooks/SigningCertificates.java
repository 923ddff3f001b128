package dev.coalmine.bot.webhooks;

import java.net.URI;
import java.security.PublicKey;
import java.util.Optional;

/** The keys with which SNS signs. */
interface SigningCertificates {

    /**
     * The key of the certificate at an address of SNS.
     *
     * @return empty if there is none that is to be trusted
     * @throws ProofMissing if it cannot be had now
     */
    Optional<PublicKey> key(URI address);
}
