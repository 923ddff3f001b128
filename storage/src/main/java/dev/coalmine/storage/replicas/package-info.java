/** The processes that share this database, and which of them still live. */
@NullMarked
package dev.coalmine.storage.replicas;

import org.jspecify.annotations.NullMarked;
