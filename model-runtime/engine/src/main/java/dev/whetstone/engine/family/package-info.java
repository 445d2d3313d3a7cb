/// What a decoder is: config.json read, family by family. A new family is one [Family].
@NullMarked
package dev.whetstone.engine.family;

import org.jspecify.annotations.NullMarked;
