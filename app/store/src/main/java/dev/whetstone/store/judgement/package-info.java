/// The append-only stream of judgement events, and drafts of explanations.
@NullMarked
package dev.whetstone.store.judgement;

import org.jspecify.annotations.NullMarked;
