/** What the doctor looks at. */
@NullMarked
package dev.coalmine.bot.health;

import org.jspecify.annotations.NullMarked;
