package dev.whetstone.spark;

import java.io.Serializable;

/// What is wrong with a row, as a worker sees it.
///
/// @param file the row's, as a URI
/// @param row from 0, or -1 where the format has lines
/// @param text of the row
record Fault(String file, long row, String text, String what) implements Serializable {}
