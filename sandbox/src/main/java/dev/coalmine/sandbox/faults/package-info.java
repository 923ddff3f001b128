/** Things that go wrong on purpose. */
@NullMarked
package dev.coalmine.sandbox.faults;

import org.jspecify.annotations.NullMarked;
