package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void wordsWithDigitsAreMasked() {
        assertThat(Template.of("provisioning h-17 failed:  timeout after 30 s", null))
                .isEqualTo("provisioning <*> failed: timeout after <*> s");
    }

    @Test
    void theEntitysOwnNameIsMaskedThoughItHasNoDigits() {
        assertThat(Template.of("web-blue does not answer", "web-blue")).isEqualTo("<*> does not answer");
    }

    @Test
    void whatSaysNothingHasNone() {
        assertThat(Template.of(null, "h-1")).isNull();
        assertThat(Template.of(" \n", "h-1")).isNull();
    }

    @Property
    void whateverItIsItStaysShort(@ForAll String text, @ForAll String entity) {
        var template = Template.of(text, entity);
        assertThat(template == null ? 0 : template.length()).isLessThanOrEqualTo(1_000);
    }
}
