/** People, channels, messages, files and views, and the rules they keep. */
@NullMarked
package dev.coalmine.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
