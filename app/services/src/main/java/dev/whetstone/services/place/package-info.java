/// Where the program itself and its own files live on this machine.
@NullMarked
package dev.whetstone.services.place;

import org.jspecify.annotations.NullMarked;
