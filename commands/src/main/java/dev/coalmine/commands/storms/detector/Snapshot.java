package dev.coalmine.commands.storms.detector;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a detector knows, on its way into a file or out of it. The same calls in the same order do either: each takes what
 * is known and returns what is to be known from now on, so writing and reading cannot disagree.
 */
abstract sealed class Snapshot {

    /** Whether what is known comes from the snapshot, not the other way round. */
    abstract boolean reading();

    /** Small numbers take little room. */
    abstract long whole(long value);

    abstract @Nullable String text(@Nullable String value);

    final int number(int value) {
        return Math.toIntExact(whole(value));
    }

    final boolean yes(boolean value) {
        return whole(value ? 1 : 0) != 0;
    }

    /** Exactly, to the last bit. Round numbers end in zeros, so the bits are turned round. */
    final double real(double value) {
        return Double.longBitsToDouble(Long.reverse(whole(Long.reverse(Double.doubleToRawLongBits(value)))));
    }

    final float real(float value) {
        return (float) real((double) value);
    }

    final String name(String value) {
        var name = text(value);
        if (name == null) {
            throw new IllegalStateException("A name is missing in the snapshot.");
        }
        return name;
    }

    /** All of them in their order; {@code one} is given null for each that is to be read. */
    final <T> void all(Collection<T> items, One<T> one) {
        var count = number(items.size());
        if (reading()) {
            for (var n = 0; n < count; n++) {
                items.add(one.of(null));
            }
        } else {
            items.forEach(one::of);
        }
    }

    final Map<String, String> words(Map<String, String> words) {
        var count = number(words.size());
        if (!reading()) {
            new TreeMap<>(words).forEach((name, value) -> {
                name(name);
                name(value);
            });
            return words;
        }
        var read = new HashMap<String, String>();
        for (var n = 0; n < count; n++) {
            read.put(name(""), name(""));
        }
        return read;
    }

    /** How often each was said. */
    final void counts(Map<String, Integer> counts) {
        all(counts.entrySet(), counts, (name, count) -> number(count == null ? 0 : count));
    }

    /** When each happened. */
    final void moments(Map<String, Long> moments) {
        all(moments.entrySet(), moments, (_, moment) -> whole(moment == null ? 0 : moment));
    }

    private <T> void all(Collection<Map.Entry<String, T>> entries, Map<String, T> into, Value<T> value) {
        var count = number(entries.size());
        if (reading()) {
            for (var n = 0; n < count; n++) {
                var name = name("");
                into.put(name, value.of(name, null));
            }
        } else {
            entries.forEach(entry -> value.of(name(entry.getKey()), entry.getValue()));
        }
    }

    /** Writes or reads one of many. */
    interface One<T> {
        T of(@Nullable T item);
    }

    private interface Value<T> {
        T of(String name, @Nullable T value);
    }

    /** On its way into a file. */
    static final class Written extends Snapshot {

        private final DataOutput out;
        private final Map<String, Integer> texts = new HashMap<>();

        Written(DataOutput out) {
            this.out = out;
        }

        @Override
        boolean reading() {
            return false;
        }

        @Override
        long whole(long value) {
            try {
                // Seven bits in a byte, small ones first; the sign comes last of all bits.
                var rest = value << 1 ^ value >> 63;
                while ((rest & ~0x7FL) != 0) {
                    out.writeByte((int) (rest & 0x7F | 0x80));
                    rest >>>= 7;
                }
                out.writeByte((int) rest);
                return value;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        /** What was written before is a number from then on. */
        @Override
        @Nullable
        String text(@Nullable String value) {
            if (value == null) {
                whole(-1);
                return null;
            }
            var known = texts.putIfAbsent(value, texts.size());
            whole(known == null ? texts.size() - 1 : known);
            if (known == null) {
                whole(value.length());
                value.chars().forEach(this::whole);
            }
            return value;
        }
    }

    /** On its way out of a file. */
    static final class Read extends Snapshot {

        // Nothing that is written is longer; a file that says otherwise is broken, and is not to fill the memory.
        private static final int LONGEST_TEXT = 1 << 24;

        private final DataInput in;
        private final List<String> texts = new ArrayList<>();

        Read(DataInput in) {
            this.in = in;
        }

        @Override
        boolean reading() {
            return true;
        }

        @Override
        long whole(long ignored) {
            try {
                var value = 0L;
                for (var shift = 0; shift < 70; shift += 7) {
                    var next = in.readByte();
                    value |= (long) (next & 0x7F) << shift;
                    if (next >= 0) {
                        return value >>> 1 ^ -(value & 1);
                    }
                }
                throw new IOException("A number in the snapshot does not end.");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        @Nullable
        String text(@Nullable String ignored) {
            var nth = number(0);
            if (nth < 0) {
                return null;
            }
            if (nth == texts.size()) {
                texts.add(fresh());
            }
            return texts.get(nth);
        }

        private String fresh() {
            var length = number(0);
            if (length < 0 || length > LONGEST_TEXT) {
                throw new IllegalStateException("A text of %d characters in the snapshot.".formatted(length));
            }
            var text = new StringBuilder(Math.min(length, 1_000));
            for (var n = 0; n < length; n++) {
                text.append((char) number(0));
            }
            return text.toString();
        }
    }
}
