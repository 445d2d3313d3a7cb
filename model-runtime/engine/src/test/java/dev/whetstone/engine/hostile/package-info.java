/// Damaged and hostile model folders: thousands of seeded mutations may give clear errors and
/// nothing else. `-Dhostile.mutations=N` sets how many of each kind are tried.
@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.hostile;
