/// Work off the JavaFX thread: named, cancellable, latest wins, with one error boundary.
@NullMarked
package dev.whetstone.desktop.task;

import org.jspecify.annotations.NullMarked;
