/// User-visible text, Markdown, and text surfaces with styled spans.
@NullMarked
package dev.whetstone.desktop.text;

import org.jspecify.annotations.NullMarked;
