/// How good a prediction is: accuracy with its interval, calibration, win rates, and the baselines
/// that every figure is shown beside. Depends on nothing else of the domain.
@NullMarked
package dev.whetstone.core.evaluate;

import org.jspecify.annotations.NullMarked;
