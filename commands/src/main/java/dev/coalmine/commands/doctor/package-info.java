/** Whether Coalmine itself is well, and how to mend what is not. */
@NullMarked
package dev.coalmine.commands.doctor;

import org.jspecify.annotations.NullMarked;
