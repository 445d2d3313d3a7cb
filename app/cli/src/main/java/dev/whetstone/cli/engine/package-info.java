/// The libraries that compute.
@NullMarked
package dev.whetstone.cli.engine;

import org.jspecify.annotations.NullMarked;
