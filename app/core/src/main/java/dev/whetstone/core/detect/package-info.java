/// Detectors: small classifiers of texts that rules can ask. What is here works on embeddings and
/// numbers; who computes embeddings is the caller's affair.
@NullMarked
package dev.whetstone.core.detect;

import org.jspecify.annotations.NullMarked;
