/** How Coalmine meets its database: waits for it at start, and says later whether it answers. */
@NullMarked
package dev.coalmine.bot.database;

import org.jspecify.annotations.NullMarked;
