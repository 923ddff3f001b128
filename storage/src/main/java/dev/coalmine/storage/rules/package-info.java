/** What every feature shares: how a request is refused. */
@NullMarked
package dev.coalmine.storage.rules;

import org.jspecify.annotations.NullMarked;
