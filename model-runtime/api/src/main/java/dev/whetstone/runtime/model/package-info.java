/// How models, adapters, sampling and training are named and set.
@NullMarked
package dev.whetstone.runtime.model;

import org.jspecify.annotations.NullMarked;
