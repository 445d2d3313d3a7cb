/// The verb `winrate`.
@NullMarked
package dev.whetstone.cli.winrate;

import org.jspecify.annotations.NullMarked;
