/** What happened shortly before an incident, how often it happens anyway, and whether it has stood beside one before. */
@NullMarked
package dev.coalmine.commands.coincidences;

import org.jspecify.annotations.NullMarked;
