/// The libraries that compute: the bundled ones, and others that a person imported.
@NullMarked
package dev.whetstone.services.engine;

import org.jspecify.annotations.NullMarked;
