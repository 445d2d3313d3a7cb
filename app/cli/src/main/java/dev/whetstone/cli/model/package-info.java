/// Verbs about policies on the disk.
@NullMarked
package dev.whetstone.cli.model;

import org.jspecify.annotations.NullMarked;
