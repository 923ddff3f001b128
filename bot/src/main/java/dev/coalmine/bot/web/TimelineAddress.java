package dev.coalmine.bot.web;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a browser finds the record of an incident. */
@Component
public class TimelineAddress {

    private final PublicAddress address;
    private final ApiSettings api;

    TimelineAddress(PublicAddress address, ApiSettings api) {
        this.address = address;
        this.api = api;
    }

    /** Empty when records are not served, or nobody knows under which address. */
    public Optional<String> of(long incident) {
        return address.publicUrl().isBlank() || api.secret().isEmpty()
                ? Optional.empty()
                : Optional.of("%s/incidents/%d/timeline.md"
                        .formatted(address.publicUrl().replaceFirst("/+$", ""), incident));
    }
}
