/** What the page in the browser asks for. */
@NullMarked
package dev.coalmine.sandbox.screen;

import org.jspecify.annotations.NullMarked;
