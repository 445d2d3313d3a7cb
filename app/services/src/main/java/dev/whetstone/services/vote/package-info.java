/// Rules at work: every rule's vote on every pair, beside what people chose.
@NullMarked
package dev.whetstone.services.vote;

import org.jspecify.annotations.NullMarked;
