/// The detectors of a project: their numbers, and what they said of texts so far.
@NullMarked
package dev.whetstone.services.detect;

import org.jspecify.annotations.NullMarked;
