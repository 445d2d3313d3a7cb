/// How a long computation is told to hold or end, how it says how far it is, and how it fails.
@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.control;
