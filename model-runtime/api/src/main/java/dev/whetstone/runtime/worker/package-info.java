/// The protocol between the app and the worker process: one JSON object a line.
@NullMarked
package dev.whetstone.runtime.worker;

import org.jspecify.annotations.NullMarked;
