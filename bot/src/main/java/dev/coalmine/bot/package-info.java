/** Coalmine as an application: it starts here. */
@NullMarked
package dev.coalmine.bot;

import org.jspecify.annotations.NullMarked;
