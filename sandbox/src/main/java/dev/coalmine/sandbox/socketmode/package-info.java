/** Socket Mode: the app connects to us and gets its events over a WebSocket. */
@NullMarked
package dev.coalmine.sandbox.socketmode;

import org.jspecify.annotations.NullMarked;
