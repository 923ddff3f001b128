/** Questions that nobody asked for: what they say, when they may be asked, and how people are spared them. */
@NullMarked
package dev.coalmine.commands.prompts;

import org.jspecify.annotations.NullMarked;
