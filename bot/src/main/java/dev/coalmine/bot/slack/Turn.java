package dev.coalmine.bot.slack;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One attempt at a delivery: how important it is, which calls it may make without asking, and what it did. */
final class Turn {

    /** Replies to people and questions of ours come before all deliveries. */
    private static final int NOT_A_DELIVERY = 0;

    private static final ScopedValue<Turn> CURRENT = ScopedValue.newInstance();

    private final int urgency;
    private final Set<String> paid = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private boolean allPaid;

    /** For what somebody is waiting for: a few calls, which are not counted. */
    static Turn ofSomebodyWaiting() {
        var turn = new Turn(NOT_A_DELIVERY, null);
        turn.allPaid = true;
        return turn;
    }

    Turn(int urgency, @Nullable String paidMethod) {
        this.urgency = urgency;
        if (paidMethod != null) {
            paid.add(paidMethod);
        }
    }

    /** Runs an errand in this turn. */
    <T, X extends Throwable> T run(ScopedValue.CallableOp<T, X> errand) throws X {
        return ScopedValue.where(CURRENT, this).call(errand);
    }

    /** That of the errand being run, if any is. */
    static Optional<Turn> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    static int currentUrgency() {
        return current().map(turn -> turn.urgency).orElse(NOT_A_DELIVERY);
    }

    /** Whether the method's turn was taken beforehand; only once, unless somebody is waiting. */
    boolean pays(String method) {
        return allPaid || paid.remove(method);
    }

    void takesBack(String method) {
        paid.add(method);
    }

    /** What was taken beforehand and not needed. */
    Set<String> unused() {
        return Set.copyOf(paid);
    }

    void calls(String method) {
        called.add(method);
    }

    /** Whether Slack was asked anything. */
    boolean called() {
        return !called.isEmpty();
    }

    /** Whether the method was called before in this turn, as for the next page of a list. */
    boolean goesOnWith(String method) {
        return called.contains(method);
    }
}
