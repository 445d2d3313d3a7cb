/// Whether a loaded libtorch computes what it should.
@NullMarked
package dev.whetstone.engine.probe;

import org.jspecify.annotations.NullMarked;
