/** Every question that nobody asked for: shown, answered or ignored, and when people do not want any. */
@NullMarked
package dev.coalmine.storage.prompts;

import org.jspecify.annotations.NullMarked;
