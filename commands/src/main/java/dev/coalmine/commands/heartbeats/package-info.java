/** Notices who should have been heard and was not: heartbeats, and launchers that have stopped. */
@NullMarked
package dev.coalmine.commands.heartbeats;

import org.jspecify.annotations.NullMarked;
