/// The bundled sample as a project.
@NullMarked
package dev.whetstone.services.sample;

import org.jspecify.annotations.NullMarked;
