/// Connections, transactions and statements of the project file.
@NullMarked
package dev.whetstone.store.sql;

import org.jspecify.annotations.NullMarked;
