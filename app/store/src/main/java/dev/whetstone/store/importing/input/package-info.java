/// Files as rows of named values: JSON lines, JSON lists, CSV; gzip opened, limits kept.
@NullMarked
package dev.whetstone.store.importing.input;

import org.jspecify.annotations.NullMarked;
