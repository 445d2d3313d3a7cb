/// What the worker can be asked to do, and what it answers. Every record travels as JSON.
@NullMarked
package dev.whetstone.runtime.job;

import org.jspecify.annotations.NullMarked;
