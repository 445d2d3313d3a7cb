@NullMarked
package dev.whetstone.services.worker;

import org.jspecify.annotations.NullMarked;
