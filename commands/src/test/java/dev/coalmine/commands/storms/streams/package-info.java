/** Made-up days of companies whose storms are known, and how well a detector finds them. */
@NullMarked
package dev.coalmine.commands.storms.streams;

import org.jspecify.annotations.NullMarked;
