@NullMarked
package dev.whetstone.services.place;

import org.jspecify.annotations.NullMarked;
