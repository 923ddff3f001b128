/** A Java client for tests that read as conversations. */
@NullMarked
package dev.coalmine.sandbox.script;

import org.jspecify.annotations.NullMarked;
