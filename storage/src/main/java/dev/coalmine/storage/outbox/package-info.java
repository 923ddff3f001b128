/** What is still to be told to Slack, in the order it has to be told. */
@NullMarked
package dev.coalmine.storage.outbox;

import org.jspecify.annotations.NullMarked;
