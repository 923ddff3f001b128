/** The control API: what a person in the workspace can do, for scripts, tests and the page. */
@NullMarked
package dev.coalmine.sandbox.control;

import org.jspecify.annotations.NullMarked;
