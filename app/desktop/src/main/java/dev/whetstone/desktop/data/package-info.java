/// In and out: import with preview, mapping and report; export with what it loses.
@NullMarked
package dev.whetstone.desktop.data;

import org.jspecify.annotations.NullMarked;
