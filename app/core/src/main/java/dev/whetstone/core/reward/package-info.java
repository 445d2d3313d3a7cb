/// Local reward models: an ensemble of ridge Bradley-Terry heads over sentence embeddings and
/// transparent text features, trained on soft labels, calibrated out of fold, explained by feature.
@NullMarked
package dev.whetstone.core.reward;

import org.jspecify.annotations.NullMarked;
