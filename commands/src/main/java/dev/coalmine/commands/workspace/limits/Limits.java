package dev.coalmine.commands.workspace.limits;

/**
 * Slack's limits, in characters or numbers of things. None of them is checked by its SDK. Sources: the reference of Block
 * Kit's blocks, elements and composition objects, of views, and of {@code chat.postMessage}, {@code chat.update}, {@code
 * conversations.create} and {@code conversations.setTopic}.
 */
public final class Limits {

    /** Of a message; what is beyond is cut off by Slack without a word. */
    public static final int TEXT = 40_000;

    /** Of a changed message, which Slack refuses beyond; and of what a message shows before it is folded. */
    public static final int FOLDED = 4_000;

    public static final int BLOCKS_IN_MESSAGE = 50;
    public static final int BLOCKS_IN_VIEW = 100;
    public static final int SECTION = 3_000;
    public static final int FIELDS = 10;
    public static final int FIELD = 2_000;
    public static final int HEADER = 150;
    public static final int ACTIONS = 25;
    public static final int CONTEXT = 10;
    // Not documented; as much as a field holds is far more than small print should be.
    public static final int CONTEXT_TEXT = 2_000;
    public static final int BUTTON = 75;
    public static final int VALUE = 2_000;
    public static final int URL = 3_000;
    public static final int OPTIONS = 100;
    /** Of a menu behind three dots. */
    public static final int OVERFLOW = 5;

    public static final int OPTION = 75;
    public static final int OPTION_VALUE = 150;
    public static final int PLACEHOLDER = 150;
    public static final int LABEL = 2_000;
    /** Of what a person may type into one input. */
    public static final int INPUT = 3_000;

    /** Of a form's title, and of its two buttons. */
    public static final int TITLE = 24;

    public static final int PRIVATE_METADATA = 3_000;
    public static final int ID = 255;
    public static final int TOPIC = 250;
    public static final int CHANNEL_NAME = 80;

    private Limits() {}
}
