package dev.coalmine.storage.incidents;

import java.util.Locale;
import java.util.Optional;

/** How bad it is for users; SEV-1 is worst. */
public enum Severity {
    SEV_1,
    SEV_2,
    SEV_3,
    SEV_4;

    /** As people write it: {@code SEV-1}. */
    public String label() {
        return "SEV-" + (ordinal() + 1);
    }

    /** Reads {@code 1}, {@code sev1}, {@code SEV-1}, {@code p1}, in any case; empty for anything else. */
    public static Optional<Severity> read(String words) {
        var digit = words.strip().toLowerCase(Locale.ROOT).replaceFirst("^(sev|p)[-_ ]?", "");
        return switch (digit) {
            case "1" -> Optional.of(SEV_1);
            case "2" -> Optional.of(SEV_2);
            case "3" -> Optional.of(SEV_3);
            case "4" -> Optional.of(SEV_4);
            default -> Optional.empty();
        };
    }
}
