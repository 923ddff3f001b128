/** How Slack writes people, channels and messages in JSON. */
@NullMarked
package dev.coalmine.sandbox.shapes;

import org.jspecify.annotations.NullMarked;
