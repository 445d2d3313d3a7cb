/// The whole chain on the bundled sample.
@NullMarked
package dev.whetstone.cli.demo;

import org.jspecify.annotations.NullMarked;
