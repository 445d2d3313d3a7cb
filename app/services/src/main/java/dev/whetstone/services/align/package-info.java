/// The loop: sample, score, pair, gate, train by DPO, measure; again from the new policy.
@NullMarked
package dev.whetstone.services.align;

import org.jspecify.annotations.NullMarked;
