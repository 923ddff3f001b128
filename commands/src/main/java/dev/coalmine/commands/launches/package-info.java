/** Launches as other bots, hooks and people tell of them, made into signals for the storm detector. */
@NullMarked
package dev.coalmine.commands.launches;

import org.jspecify.annotations.NullMarked;
