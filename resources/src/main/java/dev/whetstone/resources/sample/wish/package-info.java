/// Reads messages and replies without the grammar's help: which wishes of the sample's expert
/// a reply meets, and which attributes it has. Shares no code with the rules that the loop
/// trains on.
@NullMarked
package dev.whetstone.resources.sample.wish;

import org.jspecify.annotations.NullMarked;
