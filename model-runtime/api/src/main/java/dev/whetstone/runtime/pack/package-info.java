/// Other builds of libtorch than the bundled one: a folder of native libraries that a person
/// imports, checked at every start.
@NullMarked
package dev.whetstone.runtime.pack;

import org.jspecify.annotations.NullMarked;
