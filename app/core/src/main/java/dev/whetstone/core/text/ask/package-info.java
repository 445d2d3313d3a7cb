/// What a prompt asks for, and other acts of speech.
@NullMarked
package dev.whetstone.core.text.ask;

import org.jspecify.annotations.NullMarked;
