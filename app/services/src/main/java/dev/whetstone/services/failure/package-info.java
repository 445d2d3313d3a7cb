/// What a service throws when it cannot do what was asked.
@NullMarked
package dev.whetstone.services.failure;

import org.jspecify.annotations.NullMarked;
