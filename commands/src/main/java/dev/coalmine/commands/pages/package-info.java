/** What an alert source may say, in words that all sources share, and what becomes of it. */
@NullMarked
package dev.coalmine.commands.pages;

import org.jspecify.annotations.NullMarked;
