package dev.coalmine.bot.webhooks;

/** What would prove a request cannot be had now: neither authentic nor false, it is to be sent again. */
final class ProofMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProofMissing(String reason) {
        super(reason, null, false, false);
    }
}
