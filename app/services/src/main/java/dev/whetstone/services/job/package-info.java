/// Long work: named, with progress and time left, cancellable, one list for all of it.
@NullMarked
package dev.whetstone.services.job;

import org.jspecify.annotations.NullMarked;
