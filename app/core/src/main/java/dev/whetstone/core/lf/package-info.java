/// The labeling-function language: typed terms, function catalogue, fitted values.
@NullMarked
package dev.whetstone.core.lf;

import org.jspecify.annotations.NullMarked;
