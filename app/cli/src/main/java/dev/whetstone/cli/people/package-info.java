/// Verbs about the people who judge.
@NullMarked
package dev.whetstone.cli.people;

import org.jspecify.annotations.NullMarked;
