/// Import with a dry run and a row-level report; export with a loss report.
@NullMarked
package dev.whetstone.services.data;

import org.jspecify.annotations.NullMarked;
