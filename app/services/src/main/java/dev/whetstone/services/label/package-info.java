/// Probabilistic labels: p(A preferred) for every pair, with the votes behind it.
@NullMarked
package dev.whetstone.services.label;

import org.jspecify.annotations.NullMarked;
