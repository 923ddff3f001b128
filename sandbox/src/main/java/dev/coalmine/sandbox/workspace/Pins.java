package dev.coalmine.sandbox.workspace;

/** Pinning and unpinning, which Slack also tells the channel about. */
public final class Pins {

    private final Ledger ledger;
    private final Channels channels;

    Pins(Ledger ledger, Channels channels) {
        this.ledger = ledger;
        this.channels = channels;
    }

    public void pin(Channel channel, Message message, Person by) {
        channel.mustBeOpen();
        var pin = new Pin(message.ts(), by.id(), ledger.now());
        channel.pin(pin);
        channels.keep(channel);
        ledger.tell(new Happened.Pinned(channel, message, pin, by.id(), true));
    }

    public void unpin(Channel channel, Message message, Person by) {
        var pin = channel.unpin(message.ts());
        channels.keep(channel);
        ledger.tell(new Happened.Pinned(channel, message, pin, by.id(), false));
    }
}
