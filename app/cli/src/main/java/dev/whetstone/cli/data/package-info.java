/// Verbs that read and write other tools' files.
@NullMarked
package dev.whetstone.cli.data;

import org.jspecify.annotations.NullMarked;
