/** Who says regularly that all is well, when they last did, and who has fallen silent. */
@NullMarked
package dev.coalmine.storage.heartbeats;

import org.jspecify.annotations.NullMarked;
