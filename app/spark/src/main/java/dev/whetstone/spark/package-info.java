/// The rules of the core over pairs of any number, in Apache Spark.
@NullMarked
package dev.whetstone.spark;

import org.jspecify.annotations.NullMarked;
