/// The project's detectors as people make, teach and use them.
@NullMarked
package dev.whetstone.services.detectors;

import org.jspecify.annotations.NullMarked;
