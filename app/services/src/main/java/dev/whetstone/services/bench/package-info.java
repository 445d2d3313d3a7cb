/// Measurements of what runs in the app's own process.
@NullMarked
package dev.whetstone.services.bench;

import org.jspecify.annotations.NullMarked;
