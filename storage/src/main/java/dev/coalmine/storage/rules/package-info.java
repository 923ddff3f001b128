/** What every feature shares: how a request is refused, and how what happened is told. */
@NullMarked
package dev.coalmine.storage.rules;

import org.jspecify.annotations.NullMarked;
