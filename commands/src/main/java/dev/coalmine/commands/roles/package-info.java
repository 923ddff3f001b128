/** Who commands, who helps, and what each role is there for. */
@NullMarked
package dev.coalmine.commands.roles;

import org.jspecify.annotations.NullMarked;
