/** Block Kit: what Slack accepts, and what people do to it. */
@NullMarked
package dev.coalmine.sandbox.blocks;

import org.jspecify.annotations.NullMarked;
