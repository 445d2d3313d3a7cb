/// A small grammar of sentence frames: sections of templates that refer to each other.
@NullMarked
package dev.whetstone.resources.sample.grammar;

import org.jspecify.annotations.NullMarked;
