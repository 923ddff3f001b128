package dev.coalmine.commands.pages;

import java.util.List;

/** Takes alerts that are no problems for what they are, before they are judged; found by itself. */
public interface Diversion {

    /** Takes what it knows, in the transaction of the intake; returns the others in their order. */
    List<Alert> divert(List<Alert> alerts);
}
