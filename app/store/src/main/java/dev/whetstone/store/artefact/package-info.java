/// Large files beside the project, named by the hash of their contents.
@NullMarked
package dev.whetstone.store.artefact;

import org.jspecify.annotations.NullMarked;
