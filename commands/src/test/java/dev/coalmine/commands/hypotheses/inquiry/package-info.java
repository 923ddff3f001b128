@NullMarked
package dev.coalmine.commands.hypotheses.inquiry;

import org.jspecify.annotations.NullMarked;
