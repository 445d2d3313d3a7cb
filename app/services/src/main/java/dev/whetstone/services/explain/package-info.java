/// From an expert's sentence to rules: what it was understood as, and what each rule would do.
@NullMarked
package dev.whetstone.services.explain;

import org.jspecify.annotations.NullMarked;
