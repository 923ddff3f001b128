package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final long YEAR_2000 = 946_684_800L;
    private static final long YEAR_2100 = 4_102_444_800L;

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00z, 2026-03-01T12:00:00Z",
        "2026-03-01 12:00:00 UTC, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00.5Z, 2026-03-01T12:00:00.5Z",
        "2026-03-01T12:00:00.123456789123Z, 2026-03-01T12:00:00.123456789Z",
        "2026-03-01T12:00:00.000+0000, 2026-03-01T12:00:00Z",
        "2026-03-01T05:00:00-07:00, 2026-03-01T12:00:00Z",
        "2026-03-01T14:00:00+02, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00, 2026-03-01T12:00:00Z",
        "2026-12-31T23:59:60Z, 2026-12-31T23:59:59Z",
        "1772366400, 2026-03-01T12:00:00Z",
        "1772366400.25, 2026-03-01T12:00:00.25Z",
        "1.7723664E9, 2026-03-01T12:00:00Z",
        "1772366400123, 2026-03-01T12:00:00.123Z",
        "1772366400123456, 2026-03-01T12:00:00.123456Z",
        "1772366400123456789, 2026-03-01T12:00:00.123456789Z"
    })
    void everyFormThatASourceUses(String text, Instant time) {
        assertThat(Times.read(text)).hasValue(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "0", "0.0", "1970-01-01T00:00:00Z", "-62135596800"})
    void zeroMeansNone(String text) {
        assertThat(Times.read(text)).isEmpty();
        assertThat(Times.readable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noon",
                "2026-13-01T00:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T12:00:00+99:00",
                "1E99",
                "99999999999999999999",
                "true"
            })
    void otherwiseItIsNoTime(String text) {
        assertThat(Times.read(text)).isEmpty();
        assertThat(Times.readable(text)).isFalse();
    }

    @Test
    void aTimeFarAheadIsNotTrusted() {
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var soon = now.plusSeconds(600);
        assertThat(Times.trusted(Optional.of(soon), now)).isEqualTo(soon);
        assertThat(Times.trusted(Optional.of(now.plus(2, ChronoUnit.DAYS)), now))
                .isEqualTo(now);
        assertThat(Times.trusted(Optional.empty(), now)).isEqualTo(now);
    }

    @Property
    void whatIsWrittenIsRead(
            @ForAll @LongRange(min = YEAR_2000, max = YEAR_2100) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        var time = Instant.ofEpochSecond(second, nano);
        var local = OffsetDateTime.ofInstant(time, ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        assertThat(Times.read(time.toString())).hasValue(time);
        assertThat(Times.read(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local)))
                .hasValue(time);
        assertThat(Times.read(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnnZ")
                        .format(local)))
                .hasValue(time);
        assertThat(Times.read(new BigDecimal(second)
                        .add(new BigDecimal(nano).movePointLeft(9))
                        .toPlainString()))
                .hasValue(time);
    }

    @Property
    void countsAreReadInTheirUnit(
            @ForAll @LongRange(min = YEAR_2000, max = YEAR_2100) long second, @ForAll @IntRange(max = 999) int milli) {
        var time = Instant.ofEpochSecond(second, milli * 1_000_000L);
        assertThat(Times.read(String.valueOf(second))).hasValue(Instant.ofEpochSecond(second));
        assertThat(Times.read(String.valueOf(time.toEpochMilli()))).hasValue(time);
        assertThat(Times.read(time.toEpochMilli() + "000")).hasValue(time);
        assertThat(Times.read(time.toEpochMilli() + "000000")).hasValue(time);
    }

    @Property
    void anythingElseIsNoReasonToFail(@ForAll String text) {
        assertThat(Times.read(text)).isNotNull();
    }
}
