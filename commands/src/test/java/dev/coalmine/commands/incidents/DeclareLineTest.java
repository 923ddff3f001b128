package dev.coalmine.commands.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.WrongUsage;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DeclareLineTest {

    private final Command declare = new Declare(mock(Opening.class));

    @Test
    void optionsComeFirstAndTheRestIsTheTitle() {
        var wish = DeclareLine.read("sev:1 service:checkout private drill Checkout is down", declare);

        assertThat(wish.severity()).isEqualTo(Severity.SEV_1);
        assertThat(wish.service()).isEqualTo("checkout");
        assertThat(wish.restricted()).isTrue();
        assertThat(wish.kind()).isEqualTo(Kind.DRILL);
        assertThat(wish.title()).isEqualTo("Checkout is down");
    }

    @Test
    void aTitleMayHoldWordsThatAreOptionsElsewhere() {
        assertThat(DeclareLine.read("The private drill sev:9", declare).title()).isEqualTo("The private drill sev:9");
    }

    @Test
    void anUnknownSeverityIsAnsweredWithRightUsage() {
        assertThatThrownBy(() -> DeclareLine.read("sev:9 Checkout is down", declare))
                .isInstanceOfSatisfying(
                        WrongUsage.class, wrong -> assertThat(wrong.reason()).contains("Usage"));
    }

    @Property
    void theOrderOfOptionsDoesNotMatter(
            @ForAll long seed, @ForAll @AlphaChars @StringLength(min = 1, max = 40) String title) {
        var options = new ArrayList<>(List.of("sev:2", "service:git", "private", "customer"));
        Collections.shuffle(options, new Random(seed));

        var wish = DeclareLine.read(String.join(" ", options) + " X" + title, declare);

        assertThat(wish).isEqualTo(DeclareLine.read("sev:2 service:git private customer X" + title, declare));
    }

    @Property
    void anyLineIsReadOrRefused(@ForAll String line) {
        try {
            assertThat(line.strip()).endsWith(DeclareLine.read(line, declare).title());
        } catch (WrongUsage refused) {
            assertThat(refused.reason()).contains("Usage");
        }
    }
}
