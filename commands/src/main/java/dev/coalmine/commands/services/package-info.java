/** The service catalog, read from the configuration. */
@NullMarked
package dev.coalmine.commands.services;

import org.jspecify.annotations.NullMarked;
