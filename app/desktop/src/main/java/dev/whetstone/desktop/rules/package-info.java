/// The rules: their list with Snorkel's columns, the live editor, their history.
@NullMarked
package dev.whetstone.desktop.rules;

import org.jspecify.annotations.NullMarked;
