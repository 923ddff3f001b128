/** Much that fails at once, told as one thing: one incident, one channel, one card that is edited in place. */
@NullMarked
package dev.coalmine.commands.storms;

import org.jspecify.annotations.NullMarked;
