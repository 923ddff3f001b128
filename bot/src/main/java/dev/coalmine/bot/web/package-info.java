/** What is served to browsers and programs that hold the operator's token: how Coalmine is, incidents, and their files. */
@NullMarked
package dev.coalmine.bot.web;

import org.jspecify.annotations.NullMarked;
