/// Rules in plain English.
@NullMarked
package dev.whetstone.core.lf.english;

import org.jspecify.annotations.NullMarked;
