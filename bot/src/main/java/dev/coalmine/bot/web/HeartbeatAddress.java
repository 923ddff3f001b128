package dev.coalmine.bot.web;

import dev.coalmine.commands.heartbeats.BeatAddress;
import org.springframework.stereotype.Component;

/** Beats are taken where people reach this Coalmine. */
@Component
class HeartbeatAddress implements BeatAddress {

    private final PublicAddress address;

    HeartbeatAddress(PublicAddress address) {
        this.address = address;
    }

    @Override
    public String of(String token) {
        return "%s/hooks/heartbeat/%s".formatted(address.publicUrl().replaceFirst("/+$", ""), token);
    }
}
