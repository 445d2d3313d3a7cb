@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.disk;
