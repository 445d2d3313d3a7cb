/// The tables of the project file and how older files become newer ones.
@NullMarked
package dev.whetstone.store.schema;

import org.jspecify.annotations.NullMarked;
