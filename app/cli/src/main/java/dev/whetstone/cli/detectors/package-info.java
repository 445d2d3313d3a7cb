/// `detectors`: classifiers that rules ask.
@NullMarked
package dev.whetstone.cli.detectors;

import org.jspecify.annotations.NullMarked;
