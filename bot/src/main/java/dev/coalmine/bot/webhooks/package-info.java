/** The door for alert sources: what they send is proved, kept, and read in order. */
@NullMarked
package dev.coalmine.bot.webhooks;

import org.jspecify.annotations.NullMarked;
