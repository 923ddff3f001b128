/** The service catalog: what can break, who owns it, and where its runbook is. */
@NullMarked
package dev.coalmine.storage.services;

import org.jspecify.annotations.NullMarked;
