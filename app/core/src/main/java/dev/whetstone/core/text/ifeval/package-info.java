/// The 25 verifiable instructions of IFEval (Zhou et al. 2023, "Instruction-Following Evaluation
/// for Large Language Models") and their published checks.
@NullMarked
package dev.whetstone.core.text.ifeval;

import org.jspecify.annotations.NullMarked;
