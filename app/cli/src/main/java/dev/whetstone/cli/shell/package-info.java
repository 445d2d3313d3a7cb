/// What every verb shares: streams, JSON, tables, progress, exit codes.
@NullMarked
package dev.whetstone.cli.shell;

import org.jspecify.annotations.NullMarked;
