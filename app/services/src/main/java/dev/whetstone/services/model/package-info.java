/// Policies on the disk: what can be named as a model and what is in it.
@NullMarked
package dev.whetstone.services.model;

import org.jspecify.annotations.NullMarked;
