/// The project file: one SQLite file and a folder beside it.
@NullMarked
package dev.whetstone.store.project;

import org.jspecify.annotations.NullMarked;
