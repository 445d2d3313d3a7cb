/// Checks this engine against a folder of results that the reference tools recorded. Whatever the
/// folder holds is a case; what is not supported is a case that failed.
@NullMarked
package dev.whetstone.engine.verify;

import org.jspecify.annotations.NullMarked;
