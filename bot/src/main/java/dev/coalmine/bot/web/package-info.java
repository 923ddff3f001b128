/** What is served to browsers and scripts: files for those who hold the operator's token. */
@NullMarked
package dev.coalmine.bot.web;

import org.jspecify.annotations.NullMarked;
