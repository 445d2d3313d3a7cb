/// The worker process: takes jobs as lines of JSON on standard input, one after the other, and
/// answers on standard output.
@NullMarked
package dev.whetstone.engine.worker;

import org.jspecify.annotations.NullMarked;
