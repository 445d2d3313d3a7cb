/// Verbs about a project as a whole.
@NullMarked
package dev.whetstone.cli.project;

import org.jspecify.annotations.NullMarked;
