package dev.coalmine.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** The port we listen on, taken before anything else is built: the addresses that we hand out contain it. */
record Port(ServerSocketChannel channel) {

    static Port take(String host, int number) {
        try {
            var address = host.equals("localhost") ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
            return new Port(ServerSocketChannel.open().bind(new InetSocketAddress(address, number)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox cannot listen on port %d of %s (%s): choose another with SANDBOX_PORT"
                            .formatted(number, host, e.getMessage()),
                    e);
        }
    }

    int number() {
        return channel.socket().getLocalPort();
    }
}
