/** A Slack-compatible workspace for trying an app out and for testing it. */
@NullMarked
package dev.coalmine.sandbox;

import org.jspecify.annotations.NullMarked;
