/** Reading and writing JSON. */
@NullMarked
package dev.coalmine.sandbox.json;

import org.jspecify.annotations.NullMarked;
