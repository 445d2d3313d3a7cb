/// The detectors' screen: what each one is, how good it is, teaching it, and what it finds.
@NullMarked
package dev.whetstone.desktop.detect;

import org.jspecify.annotations.NullMarked;
