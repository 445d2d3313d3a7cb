/// The whole chain on the bundled sample.
@NullMarked
package dev.whetstone.services.demo;

import org.jspecify.annotations.NullMarked;
