/// Files that are written whole or not at all.
@NullMarked
package dev.whetstone.services.file;

import org.jspecify.annotations.NullMarked;
