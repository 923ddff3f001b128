/** The fault campaign: people and alert sources at work while everything breaks, and what has to hold afterwards. */
@NullMarked
package dev.coalmine.bot.campaign;

import org.jspecify.annotations.NullMarked;
