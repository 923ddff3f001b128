/** Slack's Web API: one method family per class, answers and error codes as documented. */
@NullMarked
package dev.coalmine.sandbox.webapi;

import org.jspecify.annotations.NullMarked;
