/** What an alert leads to: an incident with a channel, or a line in one that is open. */
@NullMarked
package dev.coalmine.commands.pages;

import org.jspecify.annotations.NullMarked;
