/// The built program as a whole: processes started, killed and looked at from outside. Runs after
/// packaging, in the phase integration-test.
@NullMarked
package dev.whetstone.packaging.program;

import org.jspecify.annotations.NullMarked;
