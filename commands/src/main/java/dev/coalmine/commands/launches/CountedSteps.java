package dev.coalmine.commands.launches;

/**
 * A text that ends the search when it has been looked at too often. Java's expressions may go back without end
 * ({@code (a+)+b}) and cannot be told to stop, but they ask for each character; so the same search stops at the same
 * step, on a fast machine and on a slow one.
 */
final class CountedSteps implements CharSequence {

    // Some hundred looks at each character of the longest text; a few milliseconds.
    private static final int MOST = 1_000_000;

    private final String text;
    private int steps;

    CountedSteps(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++steps > MOST) {
            throw new LaunchRule.TooSlow();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
