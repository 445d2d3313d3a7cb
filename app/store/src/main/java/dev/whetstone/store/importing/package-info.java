/// Imports preference data into a project: recognises the format, reads rows, reports, commits.
@NullMarked
package dev.whetstone.store.importing;

import org.jspecify.annotations.NullMarked;
