/// An open project: what it holds and who is told when it changes.
@NullMarked
package dev.whetstone.services.project;

import org.jspecify.annotations.NullMarked;
