/// What services ask of texts beyond rules.
@NullMarked
package dev.whetstone.services.text;

import org.jspecify.annotations.NullMarked;
